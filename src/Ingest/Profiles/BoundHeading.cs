namespace Ingest.Profiles;

/// <summary>What the headings of a file say: the shape, where records begin, and which profile column each file column is (−1 none).</summary>
/// <param name="Profile">The recognised shape.</param>
/// <param name="HeadingRow">Index of the last heading row among the rows looked at.</param>
/// <param name="ColumnOf">For each column of the file the index in <see cref="Profile.Columns"/>, or −1.</param>
/// <param name="Headed">For each column of the file whether it has a heading at all.</param>
/// <param name="Duplicate">A column of the file that repeats another, −1 if none.</param>
internal sealed record BoundHeading(Profile Profile, int HeadingRow, int[] ColumnOf, bool[] Headed, int Duplicate)
{
    public override string ToString() => nameof(BoundHeading);
}
