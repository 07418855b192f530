using Host.Drafting;
using Host.Storage;
using Publication.Ledgers;
using Publication.Releases;
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

        var (_, rules) = RuleSetSource.Read();
        if (rules.Identity != content.Header.RuleSet)
        {
            return [new CheckResult(Check, Holds: null, content.Header.RuleSet.Id)];
        }

        var ledger = Ledger.Empty;
        var earlier = Earlier(folder, content.Header.Period);
        foreach (var release in earlier)
        {
            ledger = ledger.Append(release, rules);
        }

        // Whether it is complete the file says itself, and the verifier holds it to that.
        var findings = PublicProofVerifier.Verify(content, new PublicProof(proof, isComplete: false), rules, ledger);
        return FolderVerifier.Judge(Check, findings.Select(f => f.Subject), string.Join(", ", earlier.Select(e => e.Header.Period).Append(content.Header.Period)));
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
