using Ingest.Catalogue;
using Ingest.Intake;

namespace Ingest.Storage;

/// <summary>What is settled about an upload before its first row: its number, key, partner, and what it is to replace and why.</summary>
internal sealed record PendingUploadPlan(UploadId Id, PartnerId Partner, string KeyId, UploadId? Replaces, string Reason, CaseHistory History)
{
    /// <summary>Kept when the upload is accepted, and forgotten with it otherwise.</summary>
    public required DataKey DataKey { get; init; }

    public UploadContent Content { get; init; }

    /// <summary>Cases of the partner that must not enter.</summary>
    public WithdrawnCases Withdrawn { get; init; } = WithdrawnCases.None;

    /// <summary>Records of this year and before enter no more; null where no year is closed.</summary>
    public int? LastClosedYear { get; init; }

    // The reason is free text, and the history knows case keys; the data key is one.
    public override string ToString() => nameof(PendingUploadPlan);
}
