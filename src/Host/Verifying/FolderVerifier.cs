using System.Text.Json;
using Host.Publishing;
using Ingest.Pseudonymise;
using Publication.Releases;
using Publication.Tables;

namespace Host.Verifying;

/// <summary>Checks a published folder from its own files: structure, sums, one figure a definition, measures, where a key is given the seal, and where the ledger is at hand whatever is drawn.</summary>
internal static class FolderVerifier
{
    /// <param name="folder">The published folder.</param>
    /// <param name="keys">Null where no key is given: the seal then stays unchecked, and the result says so.</param>
    /// <param name="history">The ledger that the folder was written from, to draw it again; null where it is not at hand.</param>
    /// <exception cref="FolderFault">The folder cannot be read as a published one.</exception>
    public static IReadOnlyList<CheckResult> Verify(string folder, KeyRing? keys, PublishedHistory? history = null)
    {
        var (content, seal, release) = FolderReader.Read(folder);
        var results = new List<CheckResult>
        {
            new("VerifyStructure", Holds: true, $"{content.Tables.Count}"),
        };
        var sums = content.Tables.Select(Additivity.Sums).ToArray();
        results.AddRange(Judge("VerifySums", sums.SelectMany(s => s.Wrong), $"{sums.Sum(s => s.Checked)}"));
        results.AddRange(Judge("VerifyConsistent", Additivity.Contradictions(content.Tables), $"{content.Tables.Sum(t => t.Design.CellCount)}"));
        results.AddRange(Judge("VerifyMeasures", Measures(content, release), $"{content.Tables.Count}"));
        results.AddRange(FolderFiles.Of(folder, content));
        results.AddRange(DrawnFiles.Of(folder, content, history));
        results.AddRange(ProofCheck.Of(folder, content));
        results.Add(Sealed(content, seal, keys));
        return results;
    }

    internal static IEnumerable<CheckResult> Judge(string check, IEnumerable<string> wrong, string looked)
    {
        var all = wrong.ToArray();
        return all.Length == 0 ? [new CheckResult(check, Holds: true, looked)] : all.Select(w => new CheckResult(check, Holds: false, w));
    }

    private static IEnumerable<string> Measures(ReleaseContent content, JsonElement release)
    {
        foreach (var stated in release.GetProperty("tables").EnumerateArray())
        {
            var id = stated.GetProperty("id").GetString()!;
            if (content.FindTable(id) is not { } table || !IsStated(stated) || !Agrees(table, stated))
            {
                yield return id;
            }
        }
    }

    private static bool IsStated(JsonElement stated) =>
        IsNumber(stated, "cells") && IsNumber(stated, "hidden") && stated.TryGetProperty("personsShownShare", out _) && stated.TryGetProperty("detail", out _);

    private static bool IsNumber(JsonElement stated, string name) => stated.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _);

    private static bool Agrees(PublishedTable table, JsonElement stated) =>
        stated.GetProperty("cells").GetInt32() == table.Cells.Count
        && stated.GetProperty("hidden").GetInt32() == table.HiddenCount
        && (Share(stated, "personsShownShare") == table.PersonsShownShare || IsOlderMeasure(table, stated))
        && (Share(stated, "detail") == table.Detail || IsOlderMeasure(table, stated));

    // Once, tables with several answers a person were measured over the answers shown, which always gave 1, and the pooled row of a crossed table was no coarser than another.
    private static bool IsOlderMeasure(PublishedTable table, JsonElement stated) => table.Design.Axes.Any(a => !a.IsAdditive)
        ? Share(stated, "personsShownShare") == 1 && Share(stated, "detail") == 1
        : Share(stated, "personsShownShare") == table.PersonsShownShare && Share(stated, "detail") == table.DetailByRows;

    private static decimal? Share(JsonElement stated, string name) =>
        stated.GetProperty(name) is { ValueKind: JsonValueKind.Number } share ? share.GetDecimal() : null;

    private static CheckResult Sealed(ReleaseContent content, Seal seal, KeyRing? keys)
    {
        if (keys?.Derive(seal.KeyId, KeyPurpose.Release) is not { } bytes)
        {
            return new CheckResult("VerifySeal", Holds: null, seal.KeyId);
        }

        return new CheckResult("VerifySeal", seal.Fits(ReleaseSerializer.Write(content), new SealingKey(seal.KeyId, bytes)), seal.KeyId);
    }
}
