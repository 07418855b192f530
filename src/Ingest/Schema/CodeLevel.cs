namespace Ingest.Schema;

/// <summary>One way to group the leaves of a code list.</summary>
public sealed class CodeLevel
{
    private readonly byte[] nodeOfLeaf;

    internal CodeLevel(string id, Label label, IReadOnlyList<CodeNode> nodes, byte[] nodeOfLeaf)
    {
        Id = id;
        Label = label;
        Nodes = nodes;
        this.nodeOfLeaf = nodeOfLeaf;
    }

    public string Id { get; }

    public Label Label { get; }

    public IReadOnlyList<CodeNode> Nodes { get; }

    /// <summary>For each leaf index the index of its node in <see cref="Nodes"/>.</summary>
    public ReadOnlySpan<byte> NodeOfLeaf => nodeOfLeaf;
}
