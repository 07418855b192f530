using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;

namespace Reports.Indicators;

/// <summary>A one-way table over the last periods of one length, this one last.</summary>
internal sealed class PeriodSeries
{
    // Three years of quarters: as far as a policy looks back.
    private const int MostPeriods = 12;

    private readonly ReportSource _source;
    private readonly ReportTable _table;
    private readonly ReleaseContent[] _contents;

    private PeriodSeries(ReportSource source, ReportTable table, ReleaseContent[] contents)
    {
        _source = source;
        _table = table;
        _contents = contents;
    }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<ReleasePeriod> Periods => [.. _contents.Select(c => c.Header.Period)];

    /// <summary>Null where the table is no series of one row's figures, or where there is no earlier period to show beside this one.</summary>
    public static PeriodSeries? Of(ReportSource source, ReportTable table)
    {
        if (table.Design.Axes.Count != 1 || table.Declared?.Finding is not { Kind: FindingKind.Row })
        {
            return null;
        }

        var contents = source.Earlier
            .Where(c => c.Header.Period.IsYear == source.Period.IsYear && c.Header.Period != source.Period && c.FindTable(table.Id) is not null)
            .GroupBy(c => c.Header.Period)
            .Select(g => g.Last())
            .Append(source.Content)
            .TakeLast(MostPeriods)
            .ToArray();
        return contents.Length < 2 ? null : new PeriodSeries(source, table, contents);
    }

    /// <summary>The figure of a row of this release's table in a period; not available where the period is not in the series or printed other rows.</summary>
    public Figure At(ReleasePeriod period, int row) =>
        period == _source.Period
            ? Figure.Of(_table.Published.Cells[row])
            : EarlierFigures.Find(_contents.FirstOrDefault(c => c.Header.Period == period), _table.Published, row);
}
