namespace Host.Tests.Samples;

/// <summary>A folder of the test's own, gone afterwards.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("samples-").FullName;

    /// <summary>A path inside that does not exist yet.</summary>
    public string New(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
