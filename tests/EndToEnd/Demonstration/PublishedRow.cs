using Publication.Releases;

namespace EndToEnd.Demonstration;

/// <summary>A row of a one-way table as its readers have it: the codes that it counts together, none for the Total, and the persons.</summary>
internal sealed record PublishedRow(IReadOnlyList<string> Codes, int Persons)
{
    public static IReadOnlyList<PublishedRow> Of(ReleaseContent content, string table)
    {
        var published = content.FindTable(table)!;
        return [.. published.Design.Axes[0].Rows.Zip(published.Cells).Where(r => r.Second.IsShown).Select(r => new PublishedRow(r.First.Members, r.Second.Value))];
    }
}
