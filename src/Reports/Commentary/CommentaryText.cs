using System.Globalization;
using System.Text;
using Publication.Releases;
using Publication.Tables;
using Reports.Wording;

namespace Reports.Commentary;

/// <summary>
/// A text of people whose figures are bound to cells: <c>{sectors.AGR}</c> is a count, <c>{sectors.AGR.share}</c> its share of the table's total, a crossed
/// table takes a code for each axis, and <c>Total</c> is a code as well. Figures come from what a release shows and from nowhere else; one that is typed
/// is refused, since nobody would notice when it gives away a hidden one.
/// </summary>
public static class CommentaryText
{
    private const string Share = "share";

    /// <param name="text">As it was written.</param>
    /// <param name="content">What is published, or would be.</param>
    /// <param name="language">How figures are written.</param>
    public static CommentaryReading Read(string text, ReleaseContent content, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(content);
        var written = new StringBuilder();
        var problems = new List<CommentaryProblem>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('{' or '}'))
            {
                if (Typed(text, at) is { } figure)
                {
                    problems.Add(new CommentaryProblem(CommentaryFault.Typed, at + 1, figure));
                }

                written.Append(text[at]);
                continue;
            }

            var end = text[at] == '{' ? text.AsSpan(at + 1).IndexOfAny('{', '}') : -1;
            if (end < 0 || text[at + 1 + end] != '}')
            {
                problems.Add(new CommentaryProblem(CommentaryFault.Brace, at + 1, text[at..Math.Min(text.Length, at + 20)]));
                written.Append(text[at]);
                continue;
            }

            var reference = text.Substring(at + 1, end);
            var (count, fault) = Figure(reference, content, language);
            if (fault is { } wrong)
            {
                problems.Add(new CommentaryProblem(wrong, at + 1, $"{{{reference}}}"));
            }

            written.Append(count ?? $"{{{reference}}}");
            at += end + 1;
        }

        return new CommentaryReading(
            [.. written.ToString().ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], problems);
    }

    /// <summary>What can be referred to in a table: each shown cell with its figure.</summary>
    public static IEnumerable<(string Reference, int Cell)> ReferencesOf(PublishedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var design = table.Design;
        return Enumerable.Range(0, design.CellCount).Where(c => table.Cells[c].IsShown)
            .Select(c => ($"{{{design.Id}.{string.Join('.', design.Axes.Select((a, i) => a.Rows[design.RowOf(c, i)].Code))}}}", c));
    }

    // The figure that begins at a place: digits of any script, since any can be read.
    private static string? Typed(string text, int at)
    {
        if (!IsFigure(text, at) || (at > 0 && IsFigure(text, at - 1)))
        {
            return null;
        }

        var end = at;
        while (end < text.Length && IsFigure(text, end))
        {
            end++;
        }

        var typed = text[at..end];
        var isYear = typed is ['1', '9', _, _] or ['2', '0', _, _];
        var isQuarter = typed is ['1' or '2' or '3' or '4'] && at > 0 && text[at - 1] == 'Q';
        return isYear || isQuarter ? null : typed;
    }

    // Either half of a pair is part of the figure that the pair is.
    private static bool IsFigure(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static (string? Figure, CommentaryFault? Fault) Figure(string reference, ReleaseContent content, Language language)
    {
        var parts = reference.Split('.');
        if (content.FindTable(parts[0]) is not { } table)
        {
            return (null, CommentaryFault.Table);
        }

        var isShare = string.Equals(parts[^1], Share, StringComparison.Ordinal);
        if (Find(table, parts[1..(isShare ? ^1 : ^0)]) is not { } cell)
        {
            return (null, CommentaryFault.Cell);
        }

        if (!cell.IsShown)
        {
            return (null, CommentaryFault.NotShown);
        }

        if (!isShare)
        {
            return (Figures.Count(cell.Value, language), null);
        }

        var total = Find(table, [.. table.Design.Axes.Select(_ => AxisRow.TotalCode)]);
        return total is { IsShown: true, Value: > 0 } all ? (Figures.Percent((decimal)cell.Value / all.Value, language), null) : (null, CommentaryFault.NotShown);
    }

    private static PublishedCell? Find(PublishedTable table, string[] codes)
    {
        var axes = table.Design.Axes;
        if (codes.Length != axes.Count)
        {
            return null;
        }

        var rows = new int[codes.Length];
        for (var a = 0; a < rows.Length; a++)
        {
            rows[a] = axes[a].Rows.ToList().FindIndex(r => string.Equals(r.Code, codes[a], StringComparison.Ordinal));
            if (rows[a] < 0)
            {
                return null;
            }
        }

        return table[rows];
    }
}
