namespace Ingest.Schema;

/// <summary>A leaf of a code list. <see cref="Parents"/> names its node on each level of the list, in the order of the levels.</summary>
public sealed class CodeEntry
{
    internal CodeEntry(string code, Label label, IReadOnlyList<string> parents)
    {
        Code = code;
        Label = label;
        Parents = parents;
    }

    public string Code { get; }

    public Label Label { get; }

    public IReadOnlyList<string> Parents { get; }
}
