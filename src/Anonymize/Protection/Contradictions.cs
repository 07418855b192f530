using Anonymize.Planning;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>
/// What earlier releases printed and the records do not give: they are not those that were counted then. No alternative agrees with what everybody can read, so
/// nothing of the period can be proved safe; it is said at once, before a search that could only fail.
/// </summary>
internal static class Contradictions
{
    /// <returns>The facts that are broken, by population in ordinal order.</returns>
    public static IReadOnlyList<Finding> Of(PeriodPlan plan, IReadOnlyDictionary<string, RecordView> records, Ledger ledger, RuleSet rules)
    {
        // What earlier figures concern depends on whom the tables count, not on their rows.
        var tables = plan.Tables.Select(Commissions.DesignOf).Select(d => new PublishedTable(d, Enumerable.Repeat(PublishedCell.Hidden, d.CellCount), new Text("", "")));
        var bare = new ReleaseContent(plan.Header, plan.Variables, plan.Impossible, tables);
        return [.. plan.Tables.Select(t => t.Population).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .SelectMany(p => Of(records[p], PublicKnowledge.Of(p, bare, rules, ledger)))];
    }

    private static IEnumerable<Finding> Of(RecordView view, PublicKnowledge knowledge)
    {
        foreach (var fact in knowledge.Facts)
        {
            if (CellPredicate.Compile(fact.Cell.Nodes, view) is not { } cell)
            {
                yield return new Finding(FindingCodes.RecordsMissing, fact.Cell.Key);
            }
            else if (cell.Count(view.Atoms, view.Counts) is var truth && (truth < fact.Low || truth > fact.High))
            {
                yield return new Finding(FindingCodes.FactContradicted, fact.Cell.Key);
            }
        }
    }
}
