using Ingest.Intake;

namespace Ingest.Catalogue;

/// <summary>A withdrawal of consent as it is kept beside the store as well, for a store that is restored from a backup.</summary>
/// <param name="Id">Number.</param>
/// <param name="Partner">Whose case it was.</param>
/// <param name="Mark">Keyed mark of the case's key, lower-case hex of 32 bytes.</param>
/// <param name="WithdrawnOn">Day on which consent was withdrawn.</param>
/// <param name="Reason">Why.</param>
/// <param name="RecordedBy">Who entered it.</param>
/// <param name="RecordedAt">When.</param>
public sealed record ConsentMark(ConsentId Id, PartnerId Partner, string Mark, DateOnly WithdrawnOn, ConsentReason Reason, string RecordedBy, DateTimeOffset RecordedAt)
{
    // The mark stands for one person.
    public override string ToString() => Id.ToString();
}
