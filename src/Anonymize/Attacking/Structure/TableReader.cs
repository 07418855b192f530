namespace Anonymize.Attacking.Structure;

/// <summary>Reads every table of a sheet.</summary>
internal static class TableReader
{
    public static IReadOnlyList<ReadTable> Read(PrintedSheet sheet, Legend legend)
    {
        var grid = new SheetGrid(sheet, legend);
        var blocks = BlockFinder.Find(grid);
        var tables = new List<ReadTable>();
        foreach (var block in blocks)
        {
            var name = sheet.Name.Length > 0 ? sheet.Name : System.IO.Path.GetFileNameWithoutExtension(sheet.File);
            if (Read(sheet.File, tables.Count == 0 ? name : $"{name} ({tables.Count + 1})", grid, block) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    private static ReadTable? Read(string file, string id, SheetGrid grid, TableBlock block)
    {
        if (block.Body.Count == 0 || block.Columns.Length < 2)
        {
            return null;
        }

        var kinds = ColumnKinds.Of(grid, block);
        int[] counts = [.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == ColumnKind.Count && HasFigures(grid, block, i))];
        if (counts.Length == 0 || !kinds.Contains(ColumnKind.Label) || !HasNumbers(grid, block, counts))
        {
            return null;
        }

        var rows = RowItems.Of(grid, block, kinds);
        var columns = ColumnItems.Of(grid, block, counts);
        var hasMarks = block.Body.Any(b => counts.Any(i => grid[b.Row, block.Columns[i]].Kind is ContentKind.Hidden or ContentKind.Range)) || kinds.Contains(ColumnKind.Status);
        var cells = new List<ReadCell>();
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < counts.Length; c++)
            {
                cells.Add(new ReadCell([.. rows[r], .. columns[c]], Figure(grid, block, kinds, block.Body[r].Row, counts[c], hasMarks)));
            }
        }

        int? totalRow = Array.FindIndex(rows, r => r.All(k => k.IsTotal)) is >= 0 and var found ? found : null;
        var derived = DerivedColumns.Find(grid, block, Kinds(kinds, counts), totalRow, (r, i) => (r * counts.Length) + Array.IndexOf(counts, i));
        return new ReadTable(file, id, block.Title, cells, derived);
    }

    /// <summary>Columns of counts that hold nothing take no part in derivations either.</summary>
    private static ColumnKind[] Kinds(ColumnKind[] kinds, int[] counts) => [.. kinds.Select((k, i) => k == ColumnKind.Count && !counts.Contains(i) ? ColumnKind.Other : k)];

    private static bool HasFigures(SheetGrid grid, TableBlock block, int i) => block.Body.Any(b => grid[b.Row, block.Columns[i]].IsFigure);

    private static bool HasNumbers(SheetGrid grid, TableBlock block, int[] counts) =>
        block.Body.Any(b => counts.Any(i => grid[b.Row, block.Columns[i]].Kind is ContentKind.Number or ContentKind.Range));

    /// <summary>What is printed for a figure: itself, the status beside it, or nothing at all.</summary>
    private static Content Figure(SheetGrid grid, TableBlock block, ColumnKind[] kinds, int row, int i, bool hasMarks)
    {
        var content = grid[row, block.Columns[i]];
        var next = i + 1 < kinds.Length && kinds[i + 1] == ColumnKind.Status ? grid[row, block.Columns[i + 1]] : Content.Empty;
        if (content.Kind != ContentKind.Empty)
        {
            return content.Kind == ContentKind.Label ? new Content(ContentKind.NotAvailable, content.Text) : content;
        }

        return next.Kind switch
        {
            ContentKind.Empty or ContentKind.Label or ContentKind.Number => new Content(
                next.Kind == ContentKind.Label || !hasMarks || kinds.Contains(ColumnKind.Status) ? ContentKind.Hidden : ContentKind.NotAvailable, next.Text),
            _ => next,
        };
    }
}
