using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Tests.Properties;

/// <summary>§11.2: hiding one more cell keeps the certificate good.</summary>
internal static class HidingOneMore
{
    public static string? Fault(Judged judged, Tape choices, Tally tally)
    {
        var instance = judged.Instance;
        var earlier = Worlds.Contents(judged.Ledger).SelectMany(Judged.Shown).ToHashSet();
        var shown = Judged.Shown(judged.Content).Distinct().Where(c => !earlier.Contains(c)).ToArray();
        if (shown.Length == 0)
        {
            return null;
        }

        tally.Count("hidden one more");
        var one = shown[choices.Next(shown.Length)];
        var stillShown = shown.Where(c => !c.Equals(one)).ToHashSet();
        var content = Patterns.Fill(instance, judged.Problem.Designs, judged.Ledger, (cell, _) => !stillShown.Contains(cell));
        var again = Patterns.Candidate(instance, content, judged.Ledger, judged.Candidate.Certificate.Witnesses[Instance.Population]);
        var outcome = ReleaseVerifier.Verify(again, Patterns.Records(instance), judged.Ledger, instance.Rules);
        return outcome.Verified is null ? $"without {one}: {string.Join(" | ", outcome.Findings)}\n{judged.Describe()}" : null;
    }
}
