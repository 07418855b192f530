using System.Globalization;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Wording;

namespace Reports.Indicators;

/// <summary>
/// Writes the finding of a table from its shown figures, or nothing where a figure it needs is not shown. It claims that a figure is the
/// largest only if the shown figures prove it.
/// </summary>
internal static class FindingSentence
{
    /// <summary>The sentence without its full stop, or null.</summary>
    public static string? Write(ReportSource source, ReportTable table, Language language)
    {
        if (table.Declared?.Finding is not { } finding || finding.Axis >= table.Design.Axes.Count)
        {
            return null;
        }

        var margin = finding.Kind == FindingKind.LargestCell ? Margin.OfCells(table, finding.Axis, language) : Margin.Of(table, finding.Axis, language);
        return margin is null ? null : finding.Kind switch
        {
            FindingKind.Row => WriteRow(source, finding, margin, finding.Rows[0], finding.Text),
            FindingKind.Largest or FindingKind.LargestCell => WriteLargest(source, finding, margin),
            FindingKind.Split => WriteSplit(source, finding, margin),
            _ => throw new InvalidOperationException($"Finding {finding.Kind} is not known."),
        };
    }

    /// <summary>Position of the row that the sentence is about; −1 where it is about none or several.</summary>
    public static int RowOf(ReportTable table, Language language)
    {
        if (table.Declared?.Finding is not { Axis: 0 } finding || Margin.Of(table, 0, language) is not { } margin)
        {
            return -1;
        }

        var code = finding.Kind switch
        {
            FindingKind.Row => finding.Rows[0],
            FindingKind.Largest => Leader(margin)?.Code,
            FindingKind.Split or FindingKind.LargestCell => null,
            _ => throw new InvalidOperationException($"Finding {finding.Kind} is not known."),
        };
        return table.Design.Axes[0].Rows.Select((r, i) => (r, i)).Where(x => string.Equals(x.r.Code, code, StringComparison.Ordinal)).Select(x => x.i).DefaultIfEmpty(-1).First();
    }

    private static string? WriteRow(ReportSource source, BulletinFinding finding, Margin margin, string code, Text template)
    {
        if (margin.Find(code) is not { Figure.IsShown: true } entry)
        {
            return null;
        }

        var text = template.In(margin.Language);
        var share = Figure.Share(entry.Figure, margin.Total);
        if (!share.IsShown && text.Contains(FindingPlaceholders.Share, StringComparison.Ordinal))
        {
            return null;
        }

        // The label stands at the start of its sentence in every template, or after a colon.
        return Fill(text, source, margin)?
            .Replace(FindingPlaceholders.Label, Letters.Capitalised(entry.Label, margin.Language), StringComparison.Ordinal)
            .Replace(FindingPlaceholders.Count, Figures.Count(entry.Figure.Value, margin.Language), StringComparison.Ordinal)
            .Replace(FindingPlaceholders.Share, share.IsShown ? Figures.Percent(share.Value, margin.Language) : string.Empty, StringComparison.Ordinal);
    }

    private static string? WriteLargest(ReportSource source, BulletinFinding finding, Margin margin) =>
        Leader(margin) is { } leader
            ? WriteRow(source, finding, margin, leader.Code, IsProved(margin, leader) ? finding.Text : finding.Among!)
            : null;

    // The largest shown category of full weight; none where two share the place.
    private static MarginEntry? Leader(Margin margin)
    {
        var candidates = margin.Entries.Where(e => e.Figure.IsShown && e.IsOneCategory && e.Weight >= 1 && e.Figure.Value > 0).ToArray();
        if (candidates.Length == 0)
        {
            return null;
        }

        var most = candidates.Max(e => e.Figure.Value);
        var leaders = candidates.Where(e => e.Figure.Value == most).ToArray();
        return leaders.Length == 1 ? leaders[0] : null;
    }

    // A pooled row may hold a category as large as itself; what is hidden may be as large as the shown figures leave room for.
    private static bool IsProved(Margin margin, MarginEntry leader)
    {
        var most = leader.Figure.Value;
        var others = margin.Entries.Where(e => e != leader && e.Weight >= 1).ToArray();
        if (others.Any(e => e.Figure.IsShown && e.Figure.Value >= most))
        {
            return false;
        }

        if (others.All(e => e.Figure.IsShown || e.Figure.State == CellState.NotApplicable))
        {
            return true;
        }

        return margin.IsAdditive && margin.Total.IsShown && margin.Total.Value - margin.Entries.Where(e => e.Figure.IsShown).Sum(e => e.Figure.Value) < most;
    }

    private static string? WriteSplit(ReportSource source, BulletinFinding finding, Margin margin)
    {
        // A row that counts several categories together stands for each of them, once.
        var asked = finding.Rows.Select(margin.FindHolding).OfType<MarginEntry>().Distinct().ToArray();
        var entries = asked.Where(e => e.Figure.IsShown).ToArray();
        if (entries.Length < 2)
        {
            return null;
        }

        var list = string.Join(entries.All(e => e.IsOneCategory) ? ", " : "; ", entries.Select(e => Item(e, margin)));
        if (asked.Any(e => e.Figure.State == CellState.Hidden))
        {
            list = $"{list}; {Words.Of(Word.OthersHidden, margin.Language)}";
        }

        return Fill(finding.Text.In(margin.Language), source, margin)?.Replace(FindingPlaceholders.List, list, StringComparison.Ordinal);
    }

    private static string Item(MarginEntry entry, Margin margin)
    {
        var share = Figure.Share(entry.Figure, margin.Total);
        var count = Figures.Count(entry.Figure.Value, margin.Language);
        return share.IsShown
            ? string.Create(CultureInfo.InvariantCulture, $"{entry.Label} {count} ({Figures.Percent(share.Value, margin.Language)})")
            : $"{entry.Label} {count}";
    }

    private static string? Fill(string template, ReportSource source, Margin margin)
    {
        if (!margin.Total.IsShown && template.Contains(FindingPlaceholders.Total, StringComparison.Ordinal))
        {
            return null;
        }

        return template
            .Replace(FindingPlaceholders.Period, Periods.When(source.Period, margin.Language), StringComparison.Ordinal)
            .Replace(FindingPlaceholders.Total, margin.Total.IsShown ? Figures.Count(margin.Total.Value, margin.Language) : string.Empty, StringComparison.Ordinal);
    }
}
