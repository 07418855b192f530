using Publication.Releases;

namespace Host.Demo;

/// <summary>A sample export: whose it is, which period it holds, and when its partner hands it over.</summary>
internal sealed record SampleFile(string Partner, int PartnerOrder, ReleasePeriod Period, string Path)
{
    private const int DaysAfterPeriod = 10;

    public DateTimeOffset Arrival => new(Period.End.AddDays(DaysAfterPeriod).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

    /// <summary>The files of a samples folder in the order in which they come in.</summary>
    public static IReadOnlyList<SampleFile> In(string samples, IReadOnlyList<Doors.PartnerEntry> partners) =>
    [
        .. partners.SelectMany((partner, order) => Directory.EnumerateFiles(System.IO.Path.Combine(samples, partner.Folder))
                .Select(path => ReleasePeriod.TryParse(System.IO.Path.GetFileNameWithoutExtension(path), out var period)
                    ? new SampleFile(partner.Id, order, period, path)
                    : null))
            .OfType<SampleFile>()
            .OrderBy(f => f.Arrival)
            .ThenBy(f => f.PartnerOrder)
            .ThenBy(f => f.Path, StringComparer.Ordinal),
    ];
}
