namespace Anonymize.Attacking.Structure;

/// <summary>Gives every row of a table its coordinates: label columns filled down, sections, totals that are printed several times.</summary>
internal static class RowItems
{
    public static Coordinate[][] Of(SheetGrid grid, TableBlock block, ColumnKind[] kinds)
    {
        int[] labels = [.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == ColumnKind.Label)];
        labels = [.. labels.Where(i => !IsCode(grid, block, labels, i))];
        var names = Names(grid, block, labels);
        var texts = FillDown(grid, block, labels);
        var items = new Coordinate[block.Body.Count][];
        for (var r = 0; r < items.Length; r++)
        {
            items[r] = [.. labels.Select((i, j) => Inner(texts[r], j)
                ? new Coordinate(names[j], "Total", "total", IsTotal: true)
                : Coordinate.Of(names[j], texts[r][j], grid.Indent(block.Body[r].Row, block.Columns[i])))];
        }

        return Distinct(Sectioned(grid, block, kinds, items));
    }

    /// <summary>Area code beside area name: two columns that say the same are one variable, and the name is kept.</summary>
    private static bool IsCode(SheetGrid grid, TableBlock block, int[] labels, int column)
    {
        string Text(int r, int i) => grid[block.Body[r].Row, block.Columns[i]].Text;
        string[] words = ColumnKinds.Heading(grid, block, column).Split(' ', '_', '-');
        return words.Any(w => w is "code" or "codes" or "kod" or "kodu" or "id") && labels.Any(other => other != column
            && Enumerable.Range(0, block.Body.Count).Select(r => (Code: Text(r, column), Name: Text(r, other))).Distinct().ToArray() is { Length: > 1 } pairs
            && pairs.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count() == pairs.Length
            && pairs.Select(p => p.Code).Distinct(StringComparer.Ordinal).Count() == pairs.Length);
    }

    /// <summary>An empty inner label beside a filled outer one: the row is of the whole group.</summary>
    private static bool Inner(string[] texts, int j) => texts[j].Length == 0;

    private static string[] Names(SheetGrid grid, TableBlock block, int[] labels)
    {
        var names = labels.Select((i, j) => block.Header.Reverse().Select(r => grid[r, block.Columns[i]].Text).FirstOrDefault(t => t.Length > 0) ?? (j == 0 ? "row" : $"row {j + 1}")).ToArray();
        for (var j = 0; j < names.Length; j++)
        {
            names[j] = names.Take(j).Contains(names[j], StringComparer.Ordinal) ? $"{names[j]} {j + 1}" : names[j];
        }

        return names;
    }

    private static string[][] FillDown(SheetGrid grid, TableBlock block, int[] labels)
    {
        var texts = block.Body.Select(b => labels.Select(i => grid[b.Row, block.Columns[i]].Text).ToArray()).ToArray();
        for (var r = 1; r < texts.Length; r++)
        {
            for (var j = 0; j < labels.Length - 1 && texts[r][j].Length == 0; j++)
            {
                texts[r][j] = texts[r - 1][j];
            }
        }

        return texts;
    }

    private static Coordinate[][] Sectioned(SheetGrid grid, TableBlock block, ColumnKind[] kinds, Coordinate[][] items)
    {
        if (block.Body.All(b => b.Section is null) || items.Length == 0 || items[0].Length == 0)
        {
            return items;
        }

        int[] counts = [.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == ColumnKind.Count).Select(i => block.Columns[i])];
        Content[] Figures(int r) => [.. counts.Select(c => grid[block.Body[r].Row, c])];
        var sections = Enumerable.Range(0, items.Length).Select(r => block.Body[r].Section).ToArray();

        // A total below the last section is nobody's own.
        var last = items.Length - 1;
        if (items[last][0].IsTotal && !Enumerable.Range(0, items.Length).Any(r => sections[r] is { } s && s != sections[last] && items[r][0].IsTotal)
            && Enumerable.Range(0, items.Length).Count(r => sections[r] == sections[last]) > 1 && sections.Distinct(StringComparer.Ordinal).Count() > 1)
        {
            sections[last] = null;
        }

        var groups = Enumerable.Range(0, items.Length).Where(r => sections[r] is not null).GroupBy(r => sections[r]!, StringComparer.Ordinal)
            .Select(g => g.Select(r => (items[r][0].Key, items[r][0].IsTotal, Figures(r))).ToArray()).ToArray();
        var total = Enumerable.Range(0, items.Length).Where(r => sections[r] is null && items[r][0].IsTotal).Select(r => (int?)r).FirstOrDefault();
        var grouping = groups.Length == 0 ? Grouping.Bracket : Groupings.Of(groups, total is { } t ? Figures(t) : null);
        return [.. items.Select((item, r) => (grouping, sections[r]) switch
        {
            (Grouping.Category, { } section) => [Coordinate.Of("section", section), .. item],
            (Grouping.Name, { } section) => [item[0] with { Variable = section }, .. item[1..]],
            _ => item,
        })];
    }

    /// <summary>Equal rows get keys of their own; where a total is printed several times, each is of the rows beside it and none is of all.</summary>
    private static Coordinate[][] Distinct(Coordinate[][] items)
    {
        foreach (var same in Enumerable.Range(0, items.Length).Where(r => items[r].Length > 0)
            .GroupBy(r => string.Join('\u001f', items[r].Select(c => c.IsTotal ? c.Variable : c.Variable + "\u001e" + c.Key)), StringComparer.Ordinal).ToArray())
        {
            int[] rows = [.. same];
            if (rows.Length == 1)
            {
                continue;
            }

            var grand = rows.Where(r => items[r].Any(c => LabelText.Folded(c.Label) is "grand total" or "genel toplam" or "genel")).ToArray();
            var ordinal = 0;
            foreach (var r in rows.Except(grand.Length == 1 ? grand : []))
            {
                var j = Math.Max(0, Array.FindIndex(items[r], c => c.IsTotal));
                ordinal++;
                items[r] = [.. items[r].Select((c, i) => i == j ? c with { Key = $"{c.Key} #{ordinal}", IsTotal = false } : c)];
            }
        }

        return items;
    }
}
