using System.Text.Json;
using System.Text.Json.Serialization;

namespace Publication.Verification;

/// <summary>The file <c>proof.json</c>, schema version 1. Persons in it are invented; no record of a person was used to make it.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Release">Id of the release.</param>
/// <param name="Complete">Every hidden cell and pooled member has its changes.</param>
/// <param name="Populations">One part for each population.</param>
internal sealed record PublicProofDocument(int SchemaVersion, string Release, bool Complete, PublicProofDocument.PopulationPart[] Populations)
{
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="Name">Population.</param>
    /// <param name="Variables">Names of the variables, and for each its leaf codes; rows below give positions of leaves in this order.</param>
    /// <param name="Base">Invented persons: leaf positions, then how many.</param>
    /// <param name="Cells">What stays open.</param>
    internal sealed record PopulationPart(string Name, VariablePart[] Variables, int[][] Base, CellPart[] Cells);

    internal sealed record VariablePart(string Name, string[] Leaves);

    /// <param name="Cell">Canonical definition of the cell.</param>
    /// <param name="Lower">Changes of the base that give the same publication and a lower count; leaf positions, then the change. Empty: the base itself.</param>
    /// <param name="Upper">The same with a higher count.</param>
    internal sealed record CellPart(string Cell, int[][] Lower, int[][] Upper);

    private bool IsWhole => Array.TrueForAll(Populations, p =>
        p is not null
        && Array.TrueForAll(p.Variables, v => v is not null && !v.Leaves.Contains(null))
        && !p.Base.Contains(null)
        && Array.TrueForAll(p.Cells, c => c is not null && !c.Lower.Contains(null) && !c.Upper.Contains(null)));

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Null where the bytes are no proof or of a newer schema.</summary>
    public static PublicProofDocument? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<PublicProofDocument>(utf8, Options) is { SchemaVersion: >= 1 and <= CurrentSchema } document && document.IsWhole ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
