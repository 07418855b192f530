using Host.Auditing;
using Host.Outcomes;
using Host.Workflow;
using Ingest.Storage;

namespace Host.Composition;

/// <summary>What is published, what waits for whom, what is due. Ids, dates and codes only.</summary>
internal sealed record StatusReport
{
    public int SchemaVersion { get; } = 1;

    public required string Now { get; init; }

    public required IReadOnlyList<PartnerPart> Partners { get; init; }

    public required IReadOnlyList<DraftPart> Drafts { get; init; }

    public required IReadOnlyList<PublicationPart> Publications { get; init; }

    /// <summary>Quarters of which nothing will be published.</summary>
    public required IReadOnlyList<OmissionPart> Omitted { get; init; }

    public required IReadOnlyList<SlotPart> Due { get; init; }

    /// <summary>First broken entry of the ledger or audit chain; null where the chain holds.</summary>
    public required long? LedgerBreak { get; init; }

    public required long? AuditBreak { get; init; }

    /// <summary>Code of what stands against every draft: the ledger knows less than was published; null where it knows all.</summary>
    public required string? LedgerStanding { get; init; }

    /// <summary>Releases that the ledger does not know, or the one or the entry at which it differs, as its sentence names them; empty where it knows all.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>Latest day whose end of a chain, as the journal has it, is not in the chain; empty where none is missing, null where the journal cannot be read.</summary>
    public required string? ChainsCutOff { get; init; }

    /// <summary>Uploads that cannot be counted, since the folder of upload keys does not have theirs.</summary>
    public required IReadOnlyList<string> UploadsWithoutKey { get; init; }

    public static Outcome<StatusReport> Of(Installation installation, CaseStore store)
    {
        var unread = store.DataKeys.Missing();
        if (!unread.TryGet(out var withoutKey))
        {
            return StoreFailures.Of(unread.Failure!.Value);
        }

        if (!PartnerDuties.Of(installation, store).Succeeded(out var partners, out var failure))
        {
            return failure;
        }

        var publications = installation.Publications.All();
        var standing = Recovery.LedgerStanding.Find(installation);
        var published = publications.Select(p => p.DraftId).ToHashSet(StringComparer.Ordinal);
        return new StatusReport
        {
            Now = Instant.Write(installation.Clock.GetUtcNow()),
            Partners = partners,
            ChainsCutOff = ChainHeads.LastLost(installation, store).Succeeded(out var day, out _) ? day : null,
            UploadsWithoutKey = [.. withoutKey.Select(u => u.ToString())],
            Drafts =
            [
                .. installation.Drafts.Open().Where(d => !published.Contains(d.DraftId))
                    .Select(d => new DraftPart(d.DraftId, d.Period, d.DraftedBy, d.DraftedAt, d.PublishAt, installation.Approvals.Of(d.DraftId))),
            ],
            Publications = [.. publications.Select(p => new PublicationPart(p.ReleaseId, p.Publisher, p.SealedAt, p.CompletedAt))],
            Omitted = [.. installation.Omissions.All().Select(o => new OmissionPart(o.Period, o.OmittedBy, o.OmittedAt))],
            Due = [.. installation.Slots.All().Where(s => s.FinishedAt is null).Select(s => new SlotPart(s.SlotId, s.DueAt, s.Outcome, s.Attempts))],
            LedgerBreak = installation.Ledger.FindBreak(),
            AuditBreak = installation.Audit.FindBreak(),
            LedgerStanding = standing?.Code,
            Unknown = [.. (standing?.Arguments ?? []).Select(a => $"{a}")],
        };
    }

    /// <param name="Partner">Id.</param>
    /// <param name="Owes">Quarters that have ended, are not published, and of which this partner has no accepted record.</param>
    /// <param name="Overdue">Those of them whose cut-off day is over.</param>
    /// <param name="LastUpload">Moment of the last accepted file; null where there is none.</param>
    /// <param name="Nothing">Quarters that have ended, are not published, and of which this partner said that it had no case.</param>
    internal sealed record PartnerPart(string Partner, IReadOnlyList<string> Owes, IReadOnlyList<string> Overdue, string? LastUpload, IReadOnlyList<string> Nothing);

    internal sealed record DraftPart(string Id, string Period, string DraftedBy, string DraftedAt, string PublishAt, IReadOnlyList<string> ApprovedBy);

    internal sealed record PublicationPart(string Release, string Publisher, string? SealedAt, string? CompletedAt);

    internal sealed record OmissionPart(string Period, string OmittedBy, string OmittedAt);

    internal sealed record SlotPart(string Slot, string DueAt, string? LastOutcome, long Attempts);
}
