using System.Globalization;
using Publication.Rules;
using Publication.Tables;
using static Publication.Releases.ReleaseDocument;

namespace Publication.Releases;

/// <summary>Stored shape → release content.</summary>
internal static class ReleaseDocumentReader
{
    public static ReleaseContent Read(ReleaseDocument document) => new(
        HeaderOf(document.Header),
        document.Variables.Select(v => new Variable(v.Name, RoleOf(v.Role), TextOf(v.Label), v.Leaves.Select(l => new Category(l.Code, TextOf(l.Label))))),
        document.Impossible.Select(i => new ImpossibleCombination(i.Population, i.Nodes.Select(NodeOf))),
        document.Tables.Select(TableOf),
        document.Withheld.Select(w => new WithheldTable(w.Id, TextOf(w.Title), TextOf(w.Reason))));

    private static ReleaseHeader HeaderOf(HeaderPart header) => new()
    {
        Id = header.Id,
        Period = ReleasePeriod.TryParse(header.Period, out var period) ? period : throw new FormatException("The release has no period."),
        Title = TextOf(header.Title),
        Country = header.Country,
        Programme = header.Programme,
        ClassificationVersion = header.ClassificationVersion,
        CutOff = Day(header.CutOff),
        PublicationDate = Day(header.PublicationDate),
        NextPublication = header.NextPublication is null ? null : Day(header.NextPublication),
        RuleSet = new RuleSetIdentity(header.RuleSetId, header.RuleSetSha256),
        InputsHmac = header.InputsHmac,
        ProductVersion = header.ProductVersion,
        PartnersIncluded = header.PartnersIncluded,
        PartnersExpected = header.PartnersExpected,
    };

    private static PublishedTable TableOf(TablePart table) => new(
        new TableDesign(table.Id, TextOf(table.Title), table.Population, table.Where.Select(NodeOf), table.Axes.Select(AxisOf)),
        table.Cells.Select(CellMark.Read),
        TextOf(table.Reason));

    private static Axis AxisOf(AxisPart axis) => new(
        axis.Variable,
        TextOf(axis.Label),
        RoleOf(axis.Role),
        axis.Declared.Select(d => new DeclaredCategory(d.Code, TextOf(d.Label), NodeOf(d.Node))),
        axis.Rows.Select(r => new AxisRow(r.Code, TextOf(r.Label), r.Node is null ? null : NodeOf(r.Node), r.Members)),
        axis.Additive,
        axis.DeclaresRows);

    private static Node NodeOf(NodePart node) => new(node.Variable, node.Leaves);

    private static Text TextOf(TextPart text) => new(text.Tr, text.En);

    private static VariableRole RoleOf(string role) => role switch
    {
        "identifying" => VariableRole.Identifying,
        "sensitive" => VariableRole.Sensitive,
        "time" => VariableRole.Time,
        "other" => VariableRole.Other,
        _ => throw new FormatException("A variable has no known role."),
    };

    private static DateOnly Day(string day) =>
        DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw new FormatException("A date cannot be read.");
}
