using System.Reflection;
using Anonymize;
using Anonymize.Protection;
using Host.Composition;
using Host.Outcomes;
using Host.Planning;
using Host.Recovery;
using Host.Tracing;
using Host.Workflow;
using Ingest.Pseudonymise;
using Publication.Releases;
using Publication.Rules;

namespace Host.Drafting;

/// <summary>Makes the draft of a period: counts, plans, has it protected and verified, and stores it encrypted for its approval.</summary>
internal sealed class Drafter(Installation installation, ReportingPartners reporting, RecordCounts counts, PeriodPlanner planner) : IDrafter
{
    public Task<Outcome<Draft>> DraftAsync(ReleasePeriod period, string drafter, CancellationToken cancellationToken, IProgress<EngineStep>? progress = null) =>
        Task.Run(
            () =>
            {
                using var span = DraftTrace.Begin("draft", $"{period}.1");
                return span.Told(Make(period, drafter, progress, cancellationToken));
            },
            cancellationToken);

    /// <summary>Held while a draft is made: another one, or the decision that there will be none, waits.</summary>
    public static IDisposable Lock(Installation installation, CancellationToken cancellationToken) =>
        PathLock.Acquire(Path.Combine(installation.Settings.Store.Private, "draft.lock"), PathLock.Patience, cancellationToken);

    private Outcome<Draft> Make(ReleasePeriod period, string drafter, IProgress<EngineStep>? progress, CancellationToken cancellationToken)
    {
        var releaseId = $"{period}.1";
        using var alone = Lock(installation, cancellationToken);
        if (LedgerStanding.Find(installation) is { } behind)
        {
            return behind;
        }

        if (Obstacle(period, releaseId) is { } obstacle)
        {
            return obstacle;
        }

        if (!LedgerAhead.Of(period, installation).Succeeded(out var ledger, out var failure)
            || !Count(period, releaseId, cancellationToken).Succeeded(out var counted, out failure)
            || !reporting.In(period).Succeeded(out var partners, out failure))
        {
            return failure;
        }

        // A bulletin of zeros would say that nobody was found, where in truth nobody has told us. Zeros that partners have reported are figures.
        if (partners is { Included: 0 } && !counted.HoldCases)
        {
            return new Failure(ExitCode.Conflict, "NothingReceived", period.ToString());
        }

        var inputs = InputsCode.Of(counted.Populations, installation.Keys.Current(KeyPurpose.Release));
        if (!OutdatedApproval(releaseId, inputs).Succeeded(out var outdated, out failure))
        {
            return failure;
        }

        DraftTrace.Reached(DraftStep.Counted, releaseId);
        var (ruleFile, rules) = RuleSetSource.Read();
        var header = Header(releaseId, period, rules, inputs, partners.Value);
        var plan = planner.Plan(header, rules, counted.CompleteIndicators);
        var outcome = Protect();
        LadderStep[] ladder = [.. outcome.Ladder.Select(s => new LadderStep(s.Table, s.Step, s.PersonsShown, s.IsTaken, s.IsAtMost))];
        LinkNote[] pooledByLink = [.. outcome.PooledByLink.Select(LinkNote.Of)];
        if (outcome.Verified is not { } verified)
        {
            return new NothingSafe(period, ladder, outcome.Findings);
        }

        DraftTrace.Reached(DraftStep.Protected, releaseId);
        var document = new DraftDocument
        {
            Content = ReleaseSerializer.Write(verified.Content),
            Certificate = outcome.Certificate.ToArray(),
            RuleSet = ruleFile,
            Ladder = ladder,
            PooledByLink = pooledByLink,
        };
        using var storing = DraftTrace.Begin("draft store", releaseId);
        return storing.Told(Store(document, verified, releaseId, period, drafter, outdated));

        ProtectionOutcome Protect()
        {
            using var span = DraftTrace.Begin("draft protect", releaseId);
            return ReleaseEngine.Protect(plan, counted.Populations, ledger, rules, new Budget(Budget.DefaultUnits), cancellationToken, progress);
        }
    }

    private Outcome<CountedRecords> Count(ReleasePeriod period, string releaseId, CancellationToken cancellationToken)
    {
        using var span = DraftTrace.Begin("draft count", releaseId);
        return span.Told(counts.Of(period, cancellationToken));
    }

    private Failure? Obstacle(ReleasePeriod period, string releaseId)
    {
        if (installation.Publications.Find(releaseId) is not null)
        {
            return new Failure(ExitCode.Conflict, "PublishedAlready", releaseId);
        }

        if (installation.Clock.GetUtcNow() < installation.Calendar.ClosedAt(period))
        {
            return new Failure(ExitCode.Conflict, "PeriodOpen", period.ToString(), Instant.Write(installation.Calendar.ClosedAt(period)));
        }

        if (!period.IsYear && installation.Omissions.Has(period))
        {
            return new Failure(ExitCode.Conflict, "QuarterOmitted", period.ToString());
        }

        // A year's figures and its quarters' are one system, and the quarters come first; one for which nobody has sent anything is no quarter of zeros.
        return period.IsYear && period.Quarters.FirstOrDefault(IsAwaited) is { Year: > 0 } missing
            ? new Failure(ExitCode.Conflict, "QuarterFirst", period.ToString(), missing.ToString())
            : null;
    }

    private bool IsAwaited(ReleasePeriod quarter) =>
        installation.Publications.Find($"{quarter}.1") is null && installation.Drafts.Find($"{quarter}.1") is null && !installation.Omissions.Has(quarter);

    /// <summary>What was approved waits for its publication, unless the records are others now: it can then never be published, and a new draft takes its place.</summary>
    /// <returns>The id of the approved draft that makes way; empty where there is none.</returns>
    private Outcome<string> OutdatedApproval(string releaseId, string inputs)
    {
        if (installation.Drafts.Find(releaseId) is not { } open || installation.Approvals.Of(open.DraftId).Count == 0)
        {
            return "";
        }

        return !StoredDraft.Read(open, installation).Succeeded(out var document, out var failure) ? failure
            : string.Equals(ReleaseSerializer.Read(document.Content).Header.InputsHmac, inputs, StringComparison.Ordinal) ? new Failure(ExitCode.Conflict, "DraftApproved", open.DraftId)
            : open.DraftId;
    }

    private ReleaseHeader Header(string releaseId, ReleasePeriod period, RuleSet rules, string inputs, (int Included, int Expected) partners) => new()
    {
        Id = releaseId,
        Period = period,
        Title = PeriodPlanner.BulletinOf(period).Title,
        Country = installation.Settings.Programme.Country,
        Programme = installation.Settings.Programme.Name,
        ClassificationVersion = planner.ClassificationVersion,
        CutOff = installation.Calendar.CutOff(period),
        PublicationDate = installation.Calendar.PublicationDate(period),
        NextPublication = installation.Calendar.NextPublication(period),
        RuleSet = rules.Identity,
        InputsHmac = inputs,
        ProductVersion = typeof(Drafter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        PartnersIncluded = partners.Included,
        PartnersExpected = partners.Expected,
    };

    private Outcome<Draft> Store(DraftDocument document, VerifiedRelease verified, string releaseId, ReleasePeriod period, string drafter, string? outdated)
    {
        var (id, number) = installation.Drafts.Next(releaseId, period.ToString());

        // The file first: a row without its file could be approved and never published.
        installation.Vault.Write(DraftDocument.NameOf(id), document.Write());
        DraftTrace.Reached(DraftStep.Stored, releaseId);
        var row = new DraftRow
        {
            DraftId = id,
            ReleaseId = releaseId,
            Period = period.ToString(),
            Number = number,
            DraftedBy = drafter,
            DraftedAt = Instant.Write(installation.Clock.GetUtcNow()),
            ContentMac = installation.ContentCode(document.Content),
            PublishAt = Instant.Write(installation.Calendar.PublishAt(period)),
        };
        if (!installation.Drafts.Add(row, outdated).Succeeded(out var added, out var failure))
        {
            return failure;
        }

        DraftTrace.Reached(DraftStep.Recorded, releaseId);
        return new Draft(added, verified, document);
    }
}
