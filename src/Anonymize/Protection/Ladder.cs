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
/// withheld one by one, the last of the bulletin first, in the population that cannot be protected.
/// </summary>
internal sealed class Ladder(
    PeriodPlan plan,
    IReadOnlyDictionary<string, RecordView> records,
    IReadOnlyDictionary<string, Layout> layouts,
    Ledger ledger,
    RuleSet rules,
    Budget budget)
{
    private readonly List<string> _refused = [];
    private readonly Dictionary<string, TableDesign> _designs = plan.Tables.ToDictionary(
        t => t.Id, t => TableDesigns.Build(t, plan.Tables, layouts, records[t.Population], rules), StringComparer.Ordinal);

    public ProtectionOutcome Climb(CancellationToken cancel)
    {
        var kept = plan.Tables.ToList();
        while (kept.Count > 0)
        {
            foreach (var settledStayOpen in new[] { true, false })
            {
                var protection = Protector.Protect(Problem(kept, settledStayOpen), budget, cancel);
                if (protection.Candidate is { } candidate)
                {
                    var outcome = ReleaseVerifier.Verify(candidate, Commissions.Of(plan), records, ledger, rules);
                    return new ProtectionOutcome(
                        outcome.Verified,
                        outcome.Verified is null ? ReadOnlyMemory<byte>.Empty : CertificateSerializer.Write(candidate.Certificate),
                        LadderReport.Of(plan, layouts, candidate.Content, records),
                        outcome.Findings);
                }

                _refused.AddRange(protection.Refusals);
            }

            Withhold(kept);
        }

        return new ProtectionOutcome(
            null,
            ReadOnlyMemory<byte>.Empty,
            [.. plan.Tables.Select(t => new LadderStep(t.Id, "withheld", 0, IsTaken: true))],
            [.. _refused.Distinct(StringComparer.Ordinal).Select(r => new Finding(FindingCodes.RequirementUnmet, r))]);
    }

    /// <summary>The last table of the population that was refused; a crossing before the table whose rows it takes.</summary>
    private void Withhold(List<TablePlan> kept)
    {
        var blocked = kept.FindLast(t => _refused[^1].Contains($" {t.Population};", StringComparison.Ordinal) || _refused[^1].StartsWith(t.Population, StringComparison.Ordinal));
        kept.Remove(blocked ?? kept[^1]);
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
        Reasons = kept.ToDictionary(t => t.Id, t => TableReasons.Of(_designs[t.Id], rules), StringComparer.Ordinal),
        Withheld = [.. plan.Tables.Except(kept).Select(t => new WithheldTable(t.Id, t.Title, TableReasons.Withheld))],
    };
}
