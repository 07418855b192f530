using Publication.Releases;

namespace Host.Demo;

/// <summary>A sample export, of cases or of figures: whose it is, which period it holds, and when its partner hands it over.</summary>
internal sealed record SampleFile(string Partner, int PartnerOrder, ReleasePeriod Period, string Path)
{
    private const int DaysAfterPeriod = 10;
    private const string Figures = "figures";

    public DateTimeOffset Arrival => new(Period.End.AddDays(DaysAfterPeriod).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

    /// <summary>The files of a samples folder in the order in which they come in.</summary>
    public static IReadOnlyList<SampleFile> In(string samples, IReadOnlyList<Doors.PartnerEntry> partners) =>
    [
        .. partners.SelectMany((partner, order) => FoldersOf(System.IO.Path.Combine(samples, partner.Folder)).SelectMany(Directory.EnumerateFiles)
                .Select(path => ReleasePeriod.TryParse(System.IO.Path.GetFileNameWithoutExtension(path), out var period)
                    ? new SampleFile(partner.Id, order, period, path)
                    : null))
            .OfType<SampleFile>()
            .OrderBy(f => f.Arrival)
            .ThenBy(f => f.PartnerOrder)
            .ThenBy(f => f.Path, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> FoldersOf(string partner) =>
        new[] { partner, System.IO.Path.Combine(partner, Figures) }.Where(Directory.Exists);
}
