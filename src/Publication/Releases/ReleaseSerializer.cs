using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Publication.Tables;
using static Publication.Releases.ReleaseDocument;

namespace Publication.Releases;

/// <summary>Release content ↔ its canonical bytes (UTF-8 JSON, fixed property order). What is sealed, chained and reopened.</summary>
public static class ReleaseSerializer
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The canonical bytes.</summary>
    public static byte[] Write(ReleaseContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return JsonSerializer.SerializeToUtf8Bytes(DocumentOf(content), Options);
    }

    /// <summary>Reads every schema version up to the current one.</summary>
    /// <exception cref="FormatException">Not a release, or of a newer schema.</exception>
    internal static ReleaseContent Read(ReadOnlySpan<byte> utf8)
    {
        ReleaseDocument document;
        try
        {
            document = JsonSerializer.Deserialize<ReleaseDocument>(utf8, Options) ?? throw new FormatException("The release is empty.");
        }
        catch (JsonException e)
        {
            throw new FormatException("The bytes are not a release.", e);
        }

        return document.SchemaVersion is < 1 or > CurrentSchema
            ? throw new FormatException($"Release schema {document.SchemaVersion} is newer than this program.")
            : ReleaseDocumentReader.Read(document);
    }

    private static ReleaseDocument DocumentOf(ReleaseContent content) => new(
        CurrentSchema,
        HeaderOf(content.Header),
        [.. content.Variables.Select(v => new VariablePart(v.Name, Code(v.Role), TextOf(v.Label), [.. v.Leaves.Select(l => new LeafPart(l.Code, TextOf(l.Label)))]))],
        [.. content.Impossible.Select(i => new ImpossiblePart(i.Population, [.. i.Nodes.Select(NodeOf)]))],
        [.. content.Tables.Select(TableOf)],
        [.. content.Withheld.Select(w => new WithheldPart(w.Id, TextOf(w.Title), TextOf(w.Reason)))]);

    private static HeaderPart HeaderOf(ReleaseHeader header) => new(
        header.Id,
        header.Period.ToString(),
        TextOf(header.Title),
        header.Country,
        header.Programme,
        header.ClassificationVersion,
        Day(header.CutOff),
        Day(header.PublicationDate),
        header.NextPublication is { } next ? Day(next) : null,
        header.RuleSet.Id,
        header.RuleSet.Sha256,
        header.InputsHmac,
        header.ProductVersion,
        header.PartnersIncluded,
        header.PartnersExpected);

    private static TablePart TableOf(PublishedTable table) => new(
        table.Design.Id,
        TextOf(table.Design.Title),
        table.Design.Population,
        [.. table.Design.Where.Select(NodeOf)],
        [.. table.Design.Axes.Select(AxisOf)],
        TextOf(table.Reason),
        [.. table.Cells.Select(CellMark.Of)]);

    private static AxisPart AxisOf(Axis axis) => new(
        axis.Variable,
        TextOf(axis.Label),
        Code(axis.Role),
        axis.IsAdditive,
        axis.DeclaresRows,
        [.. axis.Declared.Select(d => new DeclaredPart(d.Code, TextOf(d.Label), NodeOf(d.Node)))],
        [.. axis.Rows.Select(r => new RowPart(r.Code, TextOf(r.Label), r.Node is null ? null : NodeOf(r.Node), [.. r.Members]))]);

    private static NodePart NodeOf(Node node) => new(node.Variable, [.. node.Leaves]);

    private static TextPart TextOf(Text text) => new(text.Tr, text.En);

    private static string Code(VariableRole role) => role switch
    {
        VariableRole.Identifying => "identifying",
        VariableRole.Sensitive => "sensitive",
        VariableRole.Time => "time",
        VariableRole.Other => "other",
        _ => throw new InvalidOperationException("Unknown role."),
    };

    private static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
