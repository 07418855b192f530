using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Publication.Tabulations;

namespace Anonymize.Contingency;

/// <summary>
/// Hides on while the hidden cells of some line, whose sum a shown whole publishes, are mostly of few contributors: one more cell of the line, and so far open that the sum is open by what
/// the rule asks for. Which sums these are, one learns only from a pattern.
/// </summary>
internal static class ConcentratedSums
{
    /// <param name="system">The cells.</param>
    /// <param name="spec">The rules.</param>
    /// <param name="maker">Knows who contributes.</param>
    /// <param name="cancel">Cancels between steps.</param>
    public static ContingencyProtection Protect(ContingencySystem system, ContingencySpec spec, TabulationMaker maker, CancellationToken cancel)
    {
        var protection = ContingencyEngine.Protect(system, spec.Budget, cancel);
        // What holds for every safe pattern was said before anything was chosen here.
        var bound = protection.LowerBound;
        while (!spec.Rules.Concentration.IsOff && protection.Blocking is null
            && TabulationVerifier.ConcentratedSums(maker.Make(spec, protection.IsHidden), maker.Records) is { Count: > 0 } sums)
        {
            var added = new Dictionary<int, long>();
            foreach (var (sum, excess) in sums)
            {
                var cells = system.Tables[sum.Table].Cells;
                var shown = sum.Shown.Append(sum.Whole).Select(p => cells[p]).Where(c => !system.IsOpen[c] && system.Values[c] > 0).ToArray();
                if (shown.Length == 0)
                {
                    return protection with { Blocking = cells[sum.Whole], Witnesses = [] };
                }

                var cell = shown.OrderBy(c => system.Costs[c]).ThenBy(c => c).First();
                added[cell] = Math.Max(added.GetValueOrDefault(cell), excess);
            }

            system = system with { Requirements = [.. system.Requirements, .. added.Select(a => new Requirement(a.Key, Math.Min(a.Value, system.Values[a.Key]), a.Value, 1))] };
            protection = ContingencyEngine.Protect(system, spec.Budget, cancel);
        }

        return protection with { LowerBound = Math.Min(bound, protection.Cost) };
    }
}
