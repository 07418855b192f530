namespace Anonymize.Attacking.Structure;

/// <summary>Tells what the columns of a table are, by their headings and by what stands in them.</summary>
internal static class ColumnKinds
{
    private static readonly string[] ShareWords = ["%", "percent", "per cent", "share", "shares", "proportion", "yüzde", "oran", "oranı", "pay", "payı"];
    private static readonly string[] OtherWords = ["mean", "average", "median", "ortalama", "medyan", "index", "endeks", "per 100", "rate", "ratio", "rank", "sıra"];
    private static readonly string[] ChangeWords = ["change", "difference", "değişim", "fark", "artış"];
    private static readonly string[] StatusWords = ["status", "flag", "obs_status", "obs status", "conf_status", "symbol", "durum", "işaret", "mark"];
    private static readonly string[] TimeWords = ["year", "yıl", "period", "dönem", "quarter", "çeyrek", "time", "time_period", "month", "ay", "date", "tarih", "age", "yaş"];

    public static ColumnKind[] Of(SheetGrid grid, TableBlock block)
    {
        var labels = LabelColumns(grid, block);
        var kinds = new ColumnKind[block.Columns.Length];
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = i < labels ? (IsCodeOf(grid, block, i, labels) ? ColumnKind.Other : ColumnKind.Label) : Kind(grid, block, i);
        }

        // Among whole numbers a column with decimals is a rate or a mean, whatever it is called.
        int[] counts = [.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == ColumnKind.Count)];
        var whole = counts.Where(i => Cells(grid, block, i).All(c => c.Decimals == 0)).ToArray();
        foreach (var i in whole.Any(i => Cells(grid, block, i).Any(c => c.Kind == ContentKind.Number)) ? counts.Except(whole) : [])
        {
            kinds[i] = ColumnKind.Other;
        }

        return kinds;
    }

    /// <summary>All headings of a column, folded.</summary>
    public static string Heading(SheetGrid grid, TableBlock block, int i) =>
        LabelText.Folded(string.Join(' ', block.Header.Select(r => grid[r, block.Columns[i]].Text)));

    /// <summary>The leading columns that hold no figures and end with one of labels.</summary>
    private static int LabelColumns(SheetGrid grid, TableBlock block)
    {
        var count = 1;
        for (var i = 0; i < block.Columns.Length - 1; i++)
        {
            var cells = Cells(grid, block, i);
            var isCode = i == 0 && cells.All(c => c is { IsAdditive: true, Decimals: 0 }) && cells.Select(c => c.Value).Distinct().Count() == cells.Length && LabelShare(Cells(grid, block, 1)) > 0.5;
            if (!isCode && cells.Any(c => c.IsPlainNumber || (c.Kind == ContentKind.Number && c.Decimals > 0)))
            {
                break;
            }

            var heading = Heading(grid, block, i);
            var isTime = cells.Length > 0 && TimeWords.Contains(LabelText.Folded(heading)) && cells.All(c => c.IsYear || c.Kind is ContentKind.Range or ContentKind.Label);
            if (cells.Any(c => c.Kind == ContentKind.Label) || isTime)
            {
                count = i + 1;
            }
        }

        return count;
    }

    private static bool IsCodeOf(SheetGrid grid, TableBlock block, int i, int labels) =>
        i == 0 && labels > 1 && Cells(grid, block, 0) is var cells && cells.All(c => c.IsPlainNumber);

    private static ColumnKind Kind(SheetGrid grid, TableBlock block, int i)
    {
        var heading = Heading(grid, block, i);
        var whole = LabelText.Folded(string.Join(' ', block.Header.Select(r => grid[r, block.Columns[i]].Text.Replace('(', ' ').Replace(')', ' '))));
        var cells = Cells(grid, block, i);
        if (StatusWords.Contains(heading) && cells.All(c => c.Kind != ContentKind.Number))
        {
            return ColumnKind.Status;
        }

        if (LabelShare(cells) > 0.5 || (cells.Length == 0 && heading.StartsWith("not", StringComparison.Ordinal)))
        {
            return ColumnKind.Other;
        }

        var numbers = cells.Where(c => c.Kind == ContentKind.Number).ToArray();
        var hasPart = numbers.Any(c => c.Decimals > 0 || c.IsPercent);
        if (numbers.Any(c => c.Value < 0) || HasWord(whole, ChangeWords))
        {
            return HasWord(whole, ShareWords) || hasPart ? ColumnKind.Other : ColumnKind.Change;
        }

        return HasWord(whole, OtherWords) ? ColumnKind.Other
            : HasWord(whole, ShareWords) || numbers.Any(c => c.IsPercent) ? ColumnKind.Share
            : numbers.Any(c => !c.IsAdditive) ? ColumnKind.Other
            : ColumnKind.Count;
    }

    /// <summary>Short words whole ("means" is no mean), long ones also as a stem ("percentage").</summary>
    private static bool HasWord(string heading, string[] words) => words.Any(w => w == "%"
        ? heading.Contains('%', StringComparison.Ordinal)
        : (" " + heading + (w.Length < 6 ? " " : "")).Contains(" " + LabelText.Folded(w) + (w.Length < 6 ? " " : ""), StringComparison.Ordinal));

    private static double LabelShare(Content[] cells) => cells.Length == 0 ? 0 : (double)cells.Count(c => c.Kind == ContentKind.Label) / cells.Length;

    private static Content[] Cells(SheetGrid grid, TableBlock block, int i) =>
        [.. block.Body.Select(b => grid[b.Row, block.Columns[i]]).Where(c => c.Kind != ContentKind.Empty)];
}
