namespace Anonymize.Attacking.Structure;

/// <summary>Gives every column of counts its coordinates, from one row of headings or several.</summary>
internal static class ColumnItems
{
    private const string Variable = "column";

    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "value", "count", "number", "n", "persons", "people", "cases", "victims", "obs_value", "obs value", "freq", "frequency", "total", "individuals",
        "değer", "sayi", "kişi", "kişi sayisi", "mağdur", "adet", "toplam", "number of persons", "number of cases", "number of victims",
    };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal) { "number", "n", "persons", "people", "count", "no.", "no", "kişi", "sayi", "adet" };

    /// <param name="counts">Places, among the columns of the block, of the counts.</param>
    public static Coordinate[][] Of(SheetGrid grid, TableBlock block, int[] counts)
    {
        string Text(int header, int i) => grid[header, block.Columns[i]].Text;
        var paths = counts.Select(i => block.Header.Select(h => Text(h, i)).ToArray()).ToArray();
        FillRight(paths);
        var levels = Enumerable.Range(0, block.Header.Length).Where(h => paths.Any(p => p[h].Length > 0) && !paths.All(p => Units.Contains(LabelText.Folded(p[h])))).ToList();
        var name = Variable;
        while (levels.Count > 1 && paths.Select(p => p[levels[0]]).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            name = paths[0][levels[0]];
            levels.RemoveAt(0);
        }

        if (counts.Length == 1)
        {
            var only = levels.Count == 0 ? "" : paths[0][levels[^1]];
            return [IsMeasure(only) ? [] : [Coordinate.Of(Variable, only)]];
        }

        if (levels.Count < 2)
        {
            return Distinct([.. counts.Select((i, c) => (Coordinate[])[Coordinate.Of(name, levels.Count == 0 ? $"{i + 1}" : paths[c][levels[0]])])]);
        }

        return Distinct(TwoLevels(grid, block, counts, [.. paths.Select(p => (string.Join(" / ", levels[..^1].Select(h => p[h]).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)), p[levels[^1]]))]));
    }

    private static bool IsMeasure(string heading) => heading.Length == 0 || Measures.Contains(LabelText.Folded(heading)) || LabelText.IsTotal(heading);

    /// <summary>A heading typed over the first of its columns and not merged holds for the empty ones to its right.</summary>
    private static void FillRight(string[][] paths)
    {
        for (var c = 1; c < paths.Length; c++)
        {
            for (var h = 0; h < paths[c].Length - 1; h++)
            {
                if (paths[c][h].Length == 0 && paths[c][h + 1].Length > 0)
                {
                    paths[c][h] = paths[c - 1][h];
                }
            }
        }
    }

    private static Coordinate[][] TwoLevels(SheetGrid grid, TableBlock block, int[] counts, (string Upper, string Lower)[] paths)
    {
        Content[] Figures(int c) => [.. block.Body.Select(b => grid[b.Row, block.Columns[counts[c]]])];
        bool IsWhole(int c) => (LabelText.IsTotal(paths[c].Upper) || paths[c].Upper.Length == 0)
            && (paths[c].Lower.Length == 0 || LabelText.IsTotal(paths[c].Lower) || paths[c].Lower == paths[c].Upper);
        var groups = Enumerable.Range(0, paths.Length).Where(c => !IsWhole(c)).GroupBy(c => paths[c].Upper, StringComparer.Ordinal)
            .Select(g => g.Select(c => (LabelText.Key(paths[c].Lower), LabelText.IsTotal(paths[c].Lower), Figures(c))).ToArray()).ToArray();
        int[] wholes = [.. Enumerable.Range(0, paths.Length).Where(IsWhole)];
        var grouping = groups.Length == 0 ? Grouping.Bracket : Groupings.Of(groups, wholes.Length > 0 ? Figures(wholes[0]) : null);
        return [.. Enumerable.Range(0, paths.Length).Select(c => (grouping, IsWhole(c)) switch
        {
            (Grouping.Category, _) => (Coordinate[])[
                Coordinate.Of("column group", paths[c].Upper.Length == 0 ? "Total" : paths[c].Upper),
                Coordinate.Of(Variable, paths[c].Lower.Length == 0 || paths[c].Lower == paths[c].Upper ? "Total" : paths[c].Lower)],
            (_, true) => [Coordinate.Of(Variable, paths[c].Upper.Length > 0 ? paths[c].Upper : paths[c].Lower)],
            (Grouping.Name, false) => [Coordinate.Of(paths[c].Upper.Length > 0 ? paths[c].Upper : Variable, paths[c].Lower.Length > 0 ? paths[c].Lower : paths[c].Upper)],
            _ => [Coordinate.Of(Variable, paths[c].Lower.Length > 0 ? paths[c].Lower : paths[c].Upper)],
        })];
    }

    private static Coordinate[][] Distinct(Coordinate[][] items)
    {
        foreach (var same in Enumerable.Range(0, items.Length).GroupBy(c => string.Join('\u001f', items[c].Select(k => k.Variable + "\u001e" + k.Key)), StringComparer.Ordinal))
        {
            foreach (var (c, ordinal) in same.Skip(1).Select((c, n) => (c, n + 2)))
            {
                items[c] = [.. items[c].Select((k, i) => i == items[c].Length - 1 ? k with { Key = $"{k.Key} #{ordinal}", IsTotal = false } : k)];
            }
        }

        return items;
    }
}
