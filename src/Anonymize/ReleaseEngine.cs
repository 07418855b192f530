using Anonymize.Audit;
using Anonymize.Explaining;
using Anonymize.Layouts;
using Anonymize.Planning;
using Anonymize.Protection;
using Anonymize.Records;
using Apache.Arrow;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize;

/// <summary>
/// Makes the tables of a period safe: layouts first, then hidden cells where no layout helps, then, table by table from the end of the
/// bulletin, withholding. Whatever it proposes goes through the verifier; only what that accepts comes back as a release. Records that contradict what is
/// published are refused before anything is tried.
/// </summary>
public static class ReleaseEngine
{
    /// <param name="plan">The tables as the bulletin declares them.</param>
    /// <param name="populations">Weighted distinct records by population; see <see cref="ArrowRecords"/> for the columns.</param>
    /// <param name="ledger">Everything published before.</param>
    /// <param name="rules">Rules in force.</param>
    /// <param name="budget">Limit of work.</param>
    /// <param name="cancel">Cancels between steps; nothing is released then.</param>
    /// <param name="progress">Is told from several threads how far the work is.</param>
    public static ProtectionOutcome Protect(
        PeriodPlan plan,
        IReadOnlyDictionary<string, RecordBatch> populations,
        Ledger ledger,
        RuleSet rules,
        Budget budget,
        CancellationToken cancel,
        IProgress<EngineStep>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(populations);
        ArgumentNullException.ThrowIfNull(budget);
        var records = Read(plan.Variables, populations);
        if (Contradictions.Of(plan, records, ledger, rules) is { Count: > 0 } contradictions)
        {
            return new ProtectionOutcome(null, ReadOnlyMemory<byte>.Empty, LadderTrail.Untried(plan, records, rules), contradictions);
        }

        var searches = PopulationSearch.ForEach(records.Keys, budget);
        var choosers = plan.Tables.Select(t => t.Population).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(p => new LayoutChooser(plan, records[p], ledger, rules, searches[p])).ToArray();
        var meter = new StageMeter(EngineStage.Layouts, plan.Tables.Sum(t => t.Axes.Count(a => a.Layout == AxisLayout.Pool)), progress);
        meter.Begin();
        var chosen = new IReadOnlyDictionary<string, Layout>[choosers.Length];
        Parallel.For(0, choosers.Length, new ParallelOptions { CancellationToken = cancel }, i => chosen[i] = choosers[i].Choose(meter, cancel));
        var layouts = chosen.SelectMany(c => c).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        return new Ladder(plan, records, layouts, ledger, rules, searches, progress).Climb(cancel) with { PooledByLink = [.. choosers.SelectMany(c => c.PooledByLink)] };
    }

    /// <summary>
    /// Checks a stored candidate again, before it is approved or published: the ledger may have grown since. The plan is made afresh from the
    /// bulletin's definition, so that the candidate is held against what was ordered.
    /// </summary>
    public static VerificationOutcome Verify(
        PeriodPlan plan,
        ReadOnlySpan<byte> content,
        ReadOnlySpan<byte> certificate,
        IReadOnlyDictionary<string, RecordBatch> populations,
        Ledger ledger,
        RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(populations);
        var read = ReleaseSerializer.Read(content);
        return CertificateSerializer.Read(certificate) is { } proof
            ? ReleaseVerifier.Verify(new Candidate(read, proof), Commissions.Of(plan), Read(plan.Variables, populations), ledger, rules)
            : new VerificationOutcome(null, [new Finding(FindingCodes.CertificateForeign, read.Header.Id)]);
    }

    /// <summary>Which rules name the hidden cells of a candidate, and what is left open about them. For cleared eyes; the records must be those it was made of.</summary>
    /// <exception cref="FormatException">The certificate is damaged.</exception>
    public static IReadOnlyList<HiddenCell> Explain(
        PeriodPlan plan, ReleaseContent content, ReadOnlySpan<byte> certificate, IReadOnlyDictionary<string, RecordBatch> populations, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(populations);
        return CertificateSerializer.Read(certificate) is { } proof
            ? HiddenCells.Of(content, proof, Read(plan.Variables, populations), rules)
            : throw new FormatException("The certificate is damaged.");
    }

    private static Dictionary<string, RecordView> Read(IReadOnlyList<Variable> variables, IReadOnlyDictionary<string, RecordBatch> populations) =>
        populations.ToDictionary(p => p.Key, p => ArrowRecords.Read(p.Key, variables, p.Value), StringComparer.Ordinal);
}
