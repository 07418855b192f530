using Microsoft.Net.Http.Headers;

namespace Host.Web.Api;

/// <summary>A form in which a table is sent.</summary>
/// <param name="Ending">Of the address, and of the file it is kept as.</param>
/// <param name="ContentType">As it is sent.</param>
internal sealed record TableFormat(string Ending, string ContentType)
{
    public static readonly TableFormat Json = new("json", "application/json");
    public static readonly TableFormat Csv = new("csv", "text/csv; charset=utf-8");
    public static readonly TableFormat Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>The first is sent to those who have no wish.</summary>
    public static IReadOnlyList<TableFormat> All { get; } = [Json, Csv, Xlsx];

    public static TableFormat? ByEnding(string ending) => All.FirstOrDefault(f => string.Equals(f.Ending, ending, StringComparison.Ordinal));

    /// <summary>The format that the caller likes best; null where he takes none of ours.</summary>
    public static TableFormat? ByWish(HttpRequest request)
    {
        var wishes = request.GetTypedHeaders().Accept;
        if (wishes.Count == 0)
        {
            return Json;
        }

        // A format has the quality of the most exact wish that speaks of it; among equals the order above decides.
        var best = All.Select(f => (Format: f, Quality: QualityOf(f, wishes))).MaxBy(f => f.Quality);
        return best.Quality > 0 ? best.Format : null;
    }

    private static double QualityOf(TableFormat format, IList<MediaTypeHeaderValue> wishes)
    {
        var type = MediaTypeHeaderValue.Parse(format.ContentType);
        return wishes.Where(w => new MediaTypeHeaderValue(type.MediaType).IsSubsetOf(w))
            .OrderBy(w => w.MatchesAllTypes).ThenBy(w => w.MatchesAllSubTypes)
            .Select(w => w.Quality ?? 1).FirstOrDefault();
    }
}
