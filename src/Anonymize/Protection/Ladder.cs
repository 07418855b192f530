using Anonymize.Audit;
using Anonymize.Layouts;
using Anonymize.Planning;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>
/// From the finest release to none: chosen layouts stay open and crossings may be hidden; then the layouts may be hidden too; then tables are
/// withheld one by one, the last of the bulletin first, in the population that cannot be protected. A table that is safe and shows nobody, zeros beside hidden
/// cells, is withheld as well: all that it would say is where nobody was.
/// </summary>
internal sealed class Ladder(
    PeriodPlan plan,
    IReadOnlyDictionary<string, RecordView> records,
    IReadOnlyDictionary<string, Layout> layouts,
    Ledger ledger,
    RuleSet rules,
    IReadOnlyDictionary<string, PopulationSearch> searches,
    IProgress<EngineStep>? progress)
{
    private readonly List<Finding> _refused = [];
    private readonly Dictionary<string, HashSet<string>> _refusedRows = plan.Tables.ToDictionary(
        t => t.Id, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);

    private readonly Dictionary<string, TableDesign> _designs = plan.Tables.ToDictionary(
        t => t.Id, t => TableDesigns.Build(t, plan.Tables, layouts, records[t.Population], rules, new HashSet<string>(StringComparer.Ordinal)), StringComparer.Ordinal);

    private readonly LadderTrail _trail = new(plan, records, rules);

    public ProtectionOutcome Climb(CancellationToken cancel)
    {
        var kept = plan.Tables.ToList();
        kept.ForEach(t => _trail.Start(t, _designs[t.Id]));
        while (kept.Count > 0)
        {
            Protection? blocked = null;
            foreach (var settledStayOpen in new[] { true, false })
            {
                var protection = Protector.Protect(Problem(kept, settledStayOpen), searches, progress, cancel);
                if (protection.Candidate is { } candidate)
                {
                    if (WithholdEmpty(kept, candidate.Content))
                    {
                        blocked = null;
                        break;
                    }

                    progress?.Report(new EngineStep(EngineStage.Verifying, 0, 1));
                    var outcome = ReleaseVerifier.Verify(candidate, Commissions.Of(plan), records, ledger, rules);
                    return new ProtectionOutcome(
                        outcome.Verified,
                        outcome.Verified is null ? ReadOnlyMemory<byte>.Empty : CertificateSerializer.Write(candidate.Certificate),
                        _trail.Steps(candidate.Content, isRelaxed: !settledStayOpen),
                        outcome.Findings);
                }

                _refused.AddRange(protection.Refusals.Select(r => new Finding(FindingCodes.RequirementUnmet, r)));
                if (protection.Blocking is { } cell && RollUp(cell, kept))
                {
                    // The coarser row is tried before anything is withheld.
                    blocked = null;
                    break;
                }

                blocked = protection;
                _trail.Relax(kept.Where(t => TableDesigns.IsSettled(t, layouts)), protection.Population);
            }

            if (blocked is not null)
            {
                Withhold(kept, blocked.Population);
            }
        }

        return new ProtectionOutcome(
            null,
            ReadOnlyMemory<byte>.Empty,
            _trail.Steps(content: null, isRelaxed: false),
            [.. _refused.Distinct()]);
    }

    /// <summary>
    /// Joins the row of a crossed table in which the blocking cell lies, printed or not, with another one. False where the cell lies in no such row, or where
    /// all rows are one already.
    /// </summary>
    private bool RollUp(CellDefinition cell, List<TablePlan> kept)
    {
        foreach (var table in kept)
        {
            var design = _designs[table.Id];
            var row = design.Axes[0].DeclaresRows && design.Axes.All(a => cell.Nodes.Any(n => string.Equals(n.Variable, VariableOf(a), StringComparison.Ordinal)))
                ? design.Axes[0].Rows.FirstOrDefault(r => r.Node is { } node && cell.Nodes.Any(n => n.Variable == node.Variable && n.Leaves.All(l => node.Leaves.Contains(l, StringComparer.Ordinal))))
                : null;
            if (row is not null && design.Axes[0].Rows.Count(r => !r.IsTotal) > 1 && _refusedRows[table.Id].Add(row.Code))
            {
                _designs[table.Id] = TableDesigns.Build(table, plan.Tables, layouts, records[table.Population], rules, _refusedRows[table.Id]);
                _trail.Joined(table, _designs[table.Id]);
                return true;
            }
        }

        return false;
    }

    private static string VariableOf(Axis axis) => axis.Declared[0].Node.Variable;

    /// <summary>The last table of the population; a crossing before the table whose rows it takes.</summary>
    private static void Withhold(List<TablePlan> kept, string population) =>
        kept.Remove(kept.FindLast(t => string.Equals(t.Population, population, StringComparison.Ordinal)) ?? kept[^1]);

    private bool WithholdEmpty(List<TablePlan> kept, ReleaseContent content)
    {
        var empty = kept.FindAll(t => content.FindTable(t.Id) is { HiddenCount: > 0 } table && table.Cells.All(c => !c.IsShown || c.Value == 0));
        _refused.AddRange(empty.Select(t => new Finding(FindingCodes.NobodyShown, t.Id)));
        return kept.RemoveAll(empty.Contains) > 0;
    }

    private ProtectionProblem Problem(List<TablePlan> kept, bool settledStayOpen) => new()
    {
        Header = plan.Header,
        Variables = plan.Variables,
        Impossible = plan.Impossible,
        Designs = [.. kept.Select(t => _designs[t.Id])],
        Records = records,
        Ledger = ledger,
        Rules = rules,
        ForcedOpen = (design, _) => settledStayOpen && TableDesigns.IsSettled(plan.Tables.First(t => string.Equals(t.Id, design.Id, StringComparison.Ordinal)), layouts),
        ReasonFor = (design, isAnythingHidden) => TableReasons.Of(design, rules, isAnythingHidden),
        Withheld = [.. plan.Tables.Except(kept).Select(t => new WithheldTable(t.Id, t.Title, TableReasons.Withheld))],
    };
}
