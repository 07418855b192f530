using Publication.Tables;

namespace Host.Workflow;

/// <summary>A version of what people wrote about a release, with references in the place of figures. It prints nothing of itself.</summary>
internal sealed class Commentary(long version, string tr, string en, string writtenBy, string writtenAt)
{
    public long Version { get; } = version;

    public string WrittenBy { get; } = writtenBy;

    public string WrittenAt { get; } = writtenAt;

    /// <summary>Taken away again.</summary>
    public bool IsEmpty => tr.Length == 0 && en.Length == 0;

    public string In(Language language) => language == Language.Tr ? tr : en;
}
