using Anonymize;
using Anonymize.Proofs;
using Anonymize.Protection;
using Host.Outcomes;
using Host.Planning;
using Host.Publishing;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;

namespace Host.Drafting;

/// <summary>The gate before publication: recounts the records as they are now, and has the certificate verified against them and the ledger.</summary>
/// <param name="counts">Counts the records.</param>
/// <param name="reporting">Who reported.</param>
/// <param name="planner">Plans what is verified.</param>
/// <param name="key">Key of the code over counted records.</param>
internal sealed class DraftGate(RecordCounts counts, ReportingPartners reporting, PeriodPlanner planner, byte[] key) : IDraftGate
{
    public Task<Outcome<PassedDraft>> VerifyAsync(DraftDocument draft, Ledger ledger, CancellationToken cancellationToken)
    {
        var content = ReleaseSerializer.Read(draft.Content);
        if (!counts.Of(content.Header.Period, cancellationToken).Succeeded(out var counted, out var failure)
            || !reporting.In(content.Header.Period).Succeeded(out var partners, out failure))
        {
            return Task.FromResult<Outcome<PassedDraft>>(failure);
        }

        // Zeros rest on what partners said, and they may have taken it back since.
        if (partners is { Included: 0 } && !counted.HoldCases)
        {
            return Task.FromResult<Outcome<PassedDraft>>(new Failure(ExitCode.Conflict, "NothingReceived", content.Header.Period.ToString()));
        }

        // A figure that is hidden may have changed without any shown one: what was approved rests on records that are not these.
        if (!string.Equals(InputsCode.Of(counted.Populations, key), content.Header.InputsHmac, StringComparison.Ordinal))
        {
            return Task.FromResult<Outcome<PassedDraft>>(new Failure(ExitCode.Conflict, "DraftOutdated", content.Header.Id));
        }

        var rules = RuleSetReader.Read(draft.RuleSet);
        var plan = planner.Plan(content.Header, rules, counted.CompleteIndicators);
        var outcome = ReleaseEngine.Verify(plan, draft.Content, draft.Certificate, counted.Populations, ledger, rules);
        return Task.FromResult(outcome.Verified is { } verified ? new PassedDraft(verified, counted) : Refused(content.Header.Id, outcome.Findings));
    }

    public PublicProof Prove(VerifiedRelease release, DraftDocument draft, Ledger ledger) =>
        PublicProofMaker.Make(release.Content, RuleSetReader.Read(draft.RuleSet), ledger, new Budget(Budget.DefaultUnits));

    public void Keep(PassedDraft passed)
    {
        if (passed.Release.Content.Header.Period is { IsYear: false } quarter)
        {
            counts.Keep(quarter, passed.Counted);
        }
    }

    // Another ledger or other records than when it was drafted: nothing is wrong with the rules, the draft is out of date.
    private static Outcome<PassedDraft> Refused(string id, IReadOnlyList<Finding> findings) =>
        findings.All(f => f.Code is FindingCodes.CertificateForeign or FindingCodes.FactContradicted or FindingCodes.WitnessInvalid)
            ? new Failure(ExitCode.Conflict, "DraftOutdated", id)
            : new Failure(ExitCode.DisclosureRule, "GateRefused", id, findings[0].Code, $"{findings.Count}");
}
