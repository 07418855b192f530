using System.Collections.ObjectModel;
using Publication.Tables;
using Reports.Charts;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>The sheets of a workbook in their order, and the notes with their numbers.</summary>
internal sealed class WorkbookPlan
{
    private readonly List<string> _notes = [];

    /// <param name="source">The bulletin; its cover is the same in every workbook.</param>
    /// <param name="language">Of every text and number.</param>
    /// <param name="only">The one table whose sheets and notes are wanted; null for all.</param>
    public WorkbookPlan(ReportSource source, Language language, ReportTable? only = null)
    {
        Source = source;
        Language = language;
        IsWhole = only is null;
        IReadOnlyList<ReportTable> tables = only is null ? source.Tables : [only];
        Sheets = new ReadOnlyCollection<PlannedSheet>([.. tables.SelectMany(PlanTable)]);
        foreach (var note in tables.SelectMany(t => t.Declared?.Notes ?? []))
        {
            var text = note.In(language);
            if (!_notes.Contains(text, StringComparer.Ordinal))
            {
                _notes.Add(text);
            }
        }
    }

    public ReportSource Source { get; }

    public Language Language { get; }

    /// <summary>Every table of the bulletin is in it, and it lies beside the workbook in the other language.</summary>
    public bool IsWhole { get; }

    /// <summary>After cover, contents and notes.</summary>
    public IReadOnlyList<PlannedSheet> Sheets { get; }

    /// <summary>Each text once; a note's number is its position plus one.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public string CoverName => Words.Of(Word.CoverSheet, Language);

    public string ContentsName => Words.Of(Word.ContentsSheet, Language);

    public string NotesName => Words.Of(Word.NotesSheet, Language);

    public int NumberOf(Text note) => _notes.IndexOf(note.In(Language)) + 1;

    private IEnumerable<PlannedSheet> PlanTable(ReportTable table)
    {
        var view = new TableView(table, Language);
        var title = $"{table.Number}: {table.Title.In(Language)}, {Periods.Name(Source.Period, Language)}";
        var grid = TableGrid.Of(Source, view);
        var name = $"{table.Number}_{table.Id.Replace('-', '_')}";
        yield return new PlannedSheet(table.Number, title, $"Table_{name}", SheetKind.Table, view, grid);
        if (SeriesGrid.Of(Source, view) is { } series)
        {
            yield return new PlannedSheet(
                $"{table.Number} {Words.Of(Word.SeriesSheet, Language)}",
                $"{table.Number}: {table.Title.In(Language)}, {Words.Of(Word.SeriesTitle, Language)}",
                $"Series_{name}",
                SheetKind.Series,
                view,
                series);
        }

        if (table.HasChart)
        {
            yield return new PlannedSheet(
                $"{table.Number} {Words.Of(Word.ChartSheet, Language)}",
                ChartTitle.Of(Source, table, Language),
                $"Labels_{name}",
                SheetKind.Chart,
                view,
                grid);
        }
    }
}
