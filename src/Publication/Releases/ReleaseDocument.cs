namespace Publication.Releases;

/// <summary>The stored shape of a release's content, schema version 1. Property order is the canonical order.</summary>
internal sealed record ReleaseDocument(
    int SchemaVersion,
    ReleaseDocument.HeaderPart Header,
    ReleaseDocument.VariablePart[] Variables,
    ReleaseDocument.ImpossiblePart[] Impossible,
    ReleaseDocument.TablePart[] Tables,
    ReleaseDocument.WithheldPart[] Withheld)
{
    public const int CurrentSchema = 1;

    internal sealed record TextPart(string Tr, string En);

    internal sealed record HeaderPart(
        string Id,
        string Period,
        TextPart Title,
        string Country,
        string Programme,
        string ClassificationVersion,
        string CutOff,
        string PublicationDate,
        string? NextPublication,
        string RuleSetId,
        string RuleSetSha256,
        string InputsHmac,
        string ProductVersion,
        int PartnersIncluded,
        int PartnersExpected);

    internal sealed record WithheldPart(string Id, TextPart Title, TextPart Reason);

    internal sealed record LeafPart(string Code, TextPart Label);

    internal sealed record VariablePart(string Name, string Role, TextPart Label, LeafPart[] Leaves);

    internal sealed record NodePart(string Variable, string[] Leaves);

    internal sealed record ImpossiblePart(string Population, NodePart[] Nodes);

    internal sealed record DeclaredPart(string Code, TextPart Label, NodePart Node);

    internal sealed record RowPart(string Code, TextPart Label, NodePart? Node, string[] Members);

    internal sealed record AxisPart(
        string Variable, TextPart Label, string Role, bool Additive, bool DeclaresRows, DeclaredPart[] Declared, RowPart[] Rows);

    /// <param name="Cells">Count where shown; <c>c</c>, <c>z</c> or <c>x</c> otherwise.</param>
    internal sealed record TablePart(
        string Id, TextPart Title, string Population, NodePart[] Where, AxisPart[] Axes, TextPart Reason, string[] Cells);
}
