using System.Diagnostics;
using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Formats;
using Ingest.Profiles;
using Ingest.Programme;
using Ingest.Rules;
using Ingest.Schema;
using Ingest.Storage;

namespace Ingest.Intake;

/// <summary>
/// The one door of the case store, whichever way a file came. A file is read once, row by row, into an encrypted temporary file;
/// what was found decides whether that becomes part of the store. Nothing as received touches a disk.
/// </summary>
public sealed class IntakeService
{
    private readonly CaseStore store;
    private readonly Codebook codebook;
    private readonly Reading.CaseFileReader reader;
    private readonly FigureReader figures;
    private readonly ReadLimits limits;

    public IntakeService(CaseStore store, CodeLists lists, ProfileCatalogue profiles, RuleBook rules, TimeProvider clock, ReadLimits? limits = null)
    {
        this.store = store;
        this.limits = limits ?? ReadLimits.Default;
        codebook = new Codebook(lists);
        reader = new Reading.CaseFileReader(lists, profiles, rules, clock, this.limits);
        figures = new FigureReader(lists.Indicators, rules, clock, this.limits);
    }

    /// <summary>Reads the whole file as the partner's and reports everything that is wrong with it; keeps nothing.</summary>
    /// <returns>The report, or UnknownPartner and failures of the store.</returns>
    public async Task<StoreResult<ValidationReport>> ValidateAsync(Stream source, PartnerId partner, CancellationToken ct)
    {
        await using SeekableFile file = await SeekableFile.OfAsync(source, ct).ConfigureAwait(false);
        StoreResult<Partner> known = store.FindPartner(partner);
        if (!known.TryGet(out Partner? registered))
        {
            return known.Failure!.Value;
        }

        using OpenedFile opened = OpenedFile.Of(file.Stream, limits, ct);
        if (figures.Find(opened) is { } heading)
        {
            StoreResult<FigureReading> reading = ReadFigures(opened, heading, partner, replaced: null, ct);
            return reading.Succeeded ? reading.Value.Report : reading.Failure!.Value;
        }

        return reader.Read(opened, TermsOf(registered), keys: null, new DiscardedCases(), tap: null, ct);
    }

    /// <summary>Takes a file in, all or nothing. The same bytes again give the first receipt.</summary>
    /// <param name="source">Any stream; one that cannot seek is held in memory up to the size limit.</param>
    /// <param name="partner">Whose file it is.</param>
    /// <param name="options">What to do with faulty records; what it replaces.</param>
    /// <param name="ct">Cancels between rows; nothing is then kept.</param>
    public async Task<IntakeOutcome> IngestAsync(Stream source, PartnerId partner, IntakeOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Replaces is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(options.Reason);
        }

        using Activity? span = TracedIntake.Begin("intake");
        IntakeOutcome outcome = await TakeInAsync(source, partner, options, ct).ConfigureAwait(false);
        span?.SetTag("reporting.outcome", outcome switch { IntakeOutcome.Accepted => "accepted", IntakeOutcome.Rejected => "rejected", _ => "failed" });
        if (outcome is IntakeOutcome.Failed failed)
        {
            span?.SetTag("error.type", failed.Code.ToString()).SetStatus(ActivityStatusCode.Error);
        }

        return outcome;
    }

    private async Task<IntakeOutcome> TakeInAsync(Stream source, PartnerId partner, IntakeOptions options, CancellationToken ct)
    {
        await using SeekableFile file = await SeekableFile.OfAsync(source, ct).ConfigureAwait(false);
        StoreResult<Partner> known = store.FindPartner(partner);
        if (!known.TryGet(out Partner? registered))
        {
            return new IntakeOutcome.Failed(known.Failure!.Value);
        }

        PartnerTerms terms = TermsOf(registered);
        if (file.Stream.Length > limits.FileBytes)
        {
            return new IntakeOutcome.Rejected(reader.Read(file.Stream, terms, keys: null, new DiscardedCases(), ct));
        }

        (string sha256, OpenedFile unread) = await FileDigest.BesideAsync(
            file.Stream, () => OpenedFile.Of(file.Stream, limits, ct), ct).ConfigureAwait(false);
        using OpenedFile opened = unread;
        StoreResult<IReadOnlyList<Receipt>> same = store.FindReceipt(partner, sha256);
        if (same is not { Succeeded: true, Value: [] })
        {
            return same.Succeeded ? new IntakeOutcome.Accepted(same.Value[0], Report: null) : new IntakeOutcome.Failed(same.Failure!.Value);
        }

        if (figures.Find(opened) is { } heading)
        {
            StoreResult<FigureReading> reading = ReadFigures(opened, heading, partner, options.Replaces, ct);
            return reading.Succeeded ? Ingest(opened, sha256, partner, options, reading.Value, ct) : new IntakeOutcome.Failed(reading.Failure!.Value);
        }

        StoreResult<PendingUpload> begun = store.Begin(partner, codebook, options.Replaces, options.Reason);
        if (!begun.TryGet(out PendingUpload? pending))
        {
            return new IntakeOutcome.Failed(begun.Failure!.Value);
        }

        using (pending)
        {
            return Ingest(opened, sha256, terms, options, pending, ct);
        }
    }

    private IntakeOutcome Ingest(
        OpenedFile file, string sha256, PartnerTerms terms, IntakeOptions options, PendingUpload pending, CancellationToken ct)
    {
        ValidationReport report;
        try
        {
            using Activity? reading = TracedIntake.Begin("intake read");
            report = reader.Read(file, terms, store.Keys, pending, tap: null, ct);
        }
        catch (StoreException failure)
        {
            return new IntakeOutcome.Failed(failure.Code);
        }

        if (!(options.AcceptWithoutFaultyRows ? report.IsAcceptable || report.IsAcceptableWithoutFaultyRows : report.IsAcceptable))
        {
            return new IntakeOutcome.Rejected(report);
        }

        ct.ThrowIfCancellationRequested();
        using Activity? keeping = TracedIntake.Begin("intake keep");
        StoreResult<Receipt> receipt = pending.Commit(new UploadFacts(sha256, file.Stream.Length, (int)report.Records, SetAside(report)));
        return receipt.TryGet(out Receipt? accepted)
            ? new IntakeOutcome.Accepted(accepted, accepted.Id == pending.Plan.Id ? report : null)
            : new IntakeOutcome.Failed(receipt.Failure!.Value);
    }

    private StoreResult<FigureReading> ReadFigures(OpenedFile file, FigureHeading heading, PartnerId partner, UploadId? replaced, CancellationToken ct)
    {
        StoreResult<IReadOnlySet<(string Indicator, string Quarter)>> standing = store.Figures.StandingOf(partner, replaced);
        return standing.Succeeded ? figures.Read(file.Table!, heading, partner, standing.Value, ct) : standing.Failure!.Value;
    }

    /// <summary>Figures enter all or nothing, whatever the partner chose for faulty rows of cases.</summary>
    private IntakeOutcome Ingest(OpenedFile file, string sha256, PartnerId partner, IntakeOptions options, FigureReading reported, CancellationToken ct)
    {
        if (!reported.Report.IsAcceptable)
        {
            return new IntakeOutcome.Rejected(reported.Report);
        }

        ct.ThrowIfCancellationRequested();
        StoreResult<Receipt> receipt = store.Figures.Accept(
            partner, reported.Figures, new UploadFacts(sha256, file.Stream.Length, (int)reported.Report.Records, []), options);
        return receipt.TryGet(out Receipt? accepted)
            ? new IntakeOutcome.Accepted(accepted, reported.Report)
            : new IntakeOutcome.Failed(receipt.Failure!.Value);
    }

    private static IReadOnlyList<RowCount> SetAside(ValidationReport report) =>
    [
        new("faulty", (int)report.Faulty),
        new("consentMissing", (int)report.ConsentMissing),
        new("consentRefused", (int)report.ConsentRefused),
    ];

    /// <summary>An upload withdrawn counts no more.</summary>
    /// <param name="id">Number.</param>
    /// <param name="reason">Why; no case in it.</param>
    /// <param name="actor">Who.</param>
    /// <param name="ct">Cancels before it is done.</param>
    /// <param name="owner">Whose it must be where a partner acts; another's is unknown.</param>
    public Task<StoreResult<StoredUpload>> WithdrawAsync(UploadId id, string reason, string actor, CancellationToken ct, PartnerId? owner = null)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(store.Withdraw(id, reason, actor, owner));
    }

    private PartnerTerms TermsOf(Partner partner) => new(partner.Id, partner.LegalBasis, partner.ProfileHints is [string only] ? only : null)
    {
        Words = store.Words.Of(partner.Id) is { Succeeded: true, Value: var words } ? words : [],
    };
}
