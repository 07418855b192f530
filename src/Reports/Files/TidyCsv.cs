using System.Buffers;
using System.Globalization;
using System.Text;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>
/// A table as one line a cell: <c>period</c>, the variables, <c>value</c>, <c>status</c>. Lines in ordinal order of codes, <c>Total</c> last;
/// UTF-8 without byte order mark, comma, RFC 4180, line feed. The value is empty unless the cell is shown.
/// </summary>
internal static class TidyCsv
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static byte[] Write(ReleasePeriod period, PublishedTable table, BulletinTable? declared)
    {
        var design = table.Design;
        var text = new StringBuilder();
        text.Append("period");
        for (var a = 0; a < design.Axes.Count; a++)
        {
            text.Append(',').Append(Quoted(TidyColumns.NameOf(design, declared, a)));
        }

        text.Append(",value,status\n");
        foreach (var cell in CellsInOrder(design))
        {
            text.Append(period);
            for (var a = 0; a < design.Axes.Count; a++)
            {
                text.Append(',').Append(Quoted(design.Axes[a].Rows[design.RowOf(cell, a)].Code));
            }

            var figure = table.Cells[cell];
            text.Append(',');
            if (figure.IsShown)
            {
                text.Append(figure.Value.ToString(CultureInfo.InvariantCulture));
            }

            text.Append(',').Append(CellStatus.Of(figure.State)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<int> CellsInOrder(TableDesign design)
    {
        var ranks = design.Axes.Select(RanksOf).ToArray();
        return Enumerable.Range(0, design.CellCount)
            .OrderBy(cell => Enumerable.Range(0, ranks.Length).Aggregate(0L, (at, a) => (at * ranks[a].Length) + ranks[a][design.RowOf(cell, a)]));
    }

    private static int[] RanksOf(Axis axis)
    {
        var order = Enumerable.Range(0, axis.Rows.Count)
            .OrderBy(r => axis.Rows[r].IsTotal)
            .ThenBy(r => axis.Rows[r].Code, StringComparer.Ordinal)
            .ToArray();
        var ranks = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }

        return ranks;
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(NeedQuotes) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
