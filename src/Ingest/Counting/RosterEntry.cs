namespace Ingest.Counting;

/// <summary>The row by which a person counts.</summary>
/// <param name="Row">Row in its file.</param>
/// <param name="Quarter">Packed quarter in which the person counts.</param>
/// <param name="Partner">Index of the partner that reported the row.</param>
/// <param name="OtherPartners">Indexes of other partners that reported the person, ascending.</param>
internal readonly record struct RosterEntry(int Row, short Quarter, int Partner, IReadOnlyList<int> OtherPartners)
{
    public override string ToString() => nameof(RosterEntry);
}
