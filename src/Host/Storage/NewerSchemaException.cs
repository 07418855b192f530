namespace Host.Storage;

/// <summary>Something stored was written by a newer version of this program. Refused rather than half understood.</summary>
/// <param name="what">Name of the file or id of the entry.</param>
internal sealed class NewerSchemaException(string what) : Exception(what)
{
    public string What { get; } = what;
}
