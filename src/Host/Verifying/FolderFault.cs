namespace Host.Verifying;

/// <summary>A published folder that cannot be read as one.</summary>
internal sealed class FolderFault(string file, string what) : Exception($"{file}: {what}")
{
    public string File { get; } = file;

    public string What { get; } = what;
}
