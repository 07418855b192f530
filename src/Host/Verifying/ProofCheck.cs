using System.Text.Json;
using Host.Drafting;
using Host.Storage;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;

namespace Host.Verifying;

/// <summary>
/// Checks <c>proof.json</c> by adding up, together with the earlier releases whose folders lie beside. Fewer folders beside, fewer facts to agree with: a proof
/// that holds with all of them holds with some.
/// </summary>
internal static class ProofCheck
{
    private const string Check = "VerifyProof";
    private const int NewestKnown = 1;

    public static IEnumerable<CheckResult> Of(string folder, ReleaseContent content)
    {
        var file = Path.Combine(folder, "proof.json");
        if (!File.Exists(file))
        {
            return [new CheckResult(Check, Holds: false, "proof.json")];
        }

        var proof = File.ReadAllBytes(file);
        if (SchemaVersion.IsNewer(proof, NewestKnown))
        {
            throw new NewerSchemaException("proof.json");
        }

        if (RuleSetSource.Find(content.Header.RuleSet) is not { } rules)
        {
            return [new CheckResult(Check, Holds: null, content.Header.RuleSet.Id)];
        }

        var ledger = Ledger.Empty;
        var earlier = Earlier(folder, content.Header.Period);
        foreach (var release in earlier)
        {
            ledger = ledger.Append(release, RuleSetSource.Find(release.Header.RuleSet) ?? rules);
        }

        // Whether it is complete the file says itself, and the verifier holds it to that.
        var findings = PublicProofVerifier.Verify(content, new PublicProof(proof, isComplete: false), rules, ledger);
        return FolderVerifier.Judge(Check, findings.Select(f => f.Subject), string.Join(", ", earlier.Select(e => e.Header.Period).Append(content.Header.Period)))
            .Concat(Unproven(proof, content))
            .Concat(Absent(earlier, content.Header.Period));
    }

    /// <summary>A partial proof says so here too: hidden cells for which it has no two populations.</summary>
    private static IEnumerable<CheckResult> Unproven(byte[] proof, ReleaseContent content)
    {
        var hidden = content.Tables.SelectMany(t => Enumerable.Range(0, t.Design.CellCount).Where(c => t.Cells[c].State == CellState.Hidden).Select(t.Design.DefinitionOf)).Distinct().Count();
        var proven = JsonDocument.Parse(proof).RootElement.TryGetProperty("populations", out var populations) && populations.ValueKind == JsonValueKind.Array
            ? populations.EnumerateArray().Sum(p => p.TryGetProperty("cells", out var cells) && cells.ValueKind == JsonValueKind.Array ? cells.GetArrayLength() : 0)
            : 0;
        return proven < hidden ? [new CheckResult("VerifyProven", Holds: null, $"{hidden - proven}/{hidden}")] : [];
    }

    /// <summary>A year is one system with its quarters; those that do not lie beside it were not agreed with.</summary>
    private static IEnumerable<CheckResult> Absent(ReleaseContent[] earlier, ReleasePeriod period)
    {
        var absent = (period.IsYear ? period.Quarters : []).Where(q => !earlier.Any(e => e.Header.Period == q)).Select(q => q.ToString()).ToArray();
        return absent.Length == 0 ? [] : [new CheckResult("VerifyEarlier", Holds: null, string.Join(", ", absent))];
    }

    private static ReleaseContent[] Earlier(string folder, ReleasePeriod period)
    {
        var beside = Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(folder)))!;
        return
        [
            .. Directory.EnumerateDirectories(beside)
                .Select(f => (Folder: f, Period: ReleasePeriod.TryParse(Path.GetFileName(f), out var p) ? p : (ReleasePeriod?)null))
                .Where(f => f.Period < period)
                .OrderBy(f => f.Period)
                .Select(f => Read(f.Folder))
                .OfType<ReleaseContent>(),
        ];
    }

    private static ReleaseContent? Read(string folder)
    {
        try
        {
            return FolderReader.Read(folder).Content;
        }
        catch (Exception exception) when (exception is FolderFault or NewerSchemaException)
        {
            // Not this folder's fault, and its own check will say so.
            return null;
        }
    }
}
