namespace Anonymize.Attacking.Structure;

/// <summary>Finds the tables of a sheet: below one another, side by side, with titles and notes around them and sections within.</summary>
internal sealed class BlockFinder
{
    private readonly SheetGrid _grid;
    private readonly List<TableBlock> _blocks = [];
    private int[] _header = [];
    private string _title = "";

    private BlockFinder(SheetGrid grid) => _grid = grid;

    public static IReadOnlyList<TableBlock> Find(SheetGrid grid)
    {
        var finder = new BlockFinder(grid);
        for (var row = 0; row < grid.Height;)
        {
            row = finder.Step(row);
        }

        return finder._blocks;
    }

    private int Step(int row)
    {
        if (_grid.IsEmpty(row))
        {
            return row + 1;
        }

        if (_grid.IsLine(row))
        {
            _title = _grid[row, FirstFilled(row)].Text;
            return row + 1;
        }

        if (_grid.MayBeHeader(row) && NextFilled(row) is { } next && (_grid.IsPlainHeader(next) || _grid.IsData(next) || _grid.IsLine(next)))
        {
            var end = row + 1;
            while (end < _grid.Height && _grid.IsPlainHeader(end))
            {
                end++;
            }

            _header = [.. Enumerable.Range(row, end - row)];
            return Body(end);
        }

        return _grid.IsData(row) ? Body(row) : row + 1;
    }

    /// <summary>Rows of one table, from its first; ends before a new heading or before the notes.</summary>
    private int Body(int start)
    {
        var body = new List<(int, string?)>();
        string? section = null;
        var row = start;
        while (row < _grid.Height)
        {
            if (_grid.IsEmpty(row))
            {
                row++;
                continue;
            }

            if (_grid.IsLine(row))
            {
                if (NextFilled(row) is not { } next || !_grid.IsData(next) || _grid.IsPlainHeader(next))
                {
                    break;
                }

                section = _grid[row, FirstFilled(row)].Text;
            }
            else if (_grid.IsPlainHeader(row) && NextFilled(row) is { } after && (_grid.IsData(after) || _grid.IsPlainHeader(after)))
            {
                break;
            }
            else if (_grid.IsData(row))
            {
                body.Add((row, section));
            }

            row++;
        }

        if (body.Count > 0)
        {
            AddSideBySide(body);
        }

        return Math.Max(row, start);
    }

    private void AddSideBySide(List<(int Row, string? Section)> body)
    {
        int[] rows = [.. _header, .. body.Select(b => b.Row)];
        var segments = new List<List<int>>();
        var open = false;
        for (var column = 0; column < _grid.Width; column++)
        {
            if (rows.All(r => _grid[r, column].Kind == ContentKind.Empty))
            {
                open = false;
                continue;
            }

            // A gap parts two tables only where labels follow it; else it is a spacer.
            if (!open && (segments.Count == 0 || (IsLabelColumn(column, body) && HasFiguresRightOf(column, body))))
            {
                segments.Add([]);
            }

            open = true;
            segments[^1].Add(column);
        }

        foreach (var columns in segments)
        {
            (int Row, string? Section)[] own = [.. body.Where(b => columns.Any(c => _grid[b.Row, c].Kind != ContentKind.Empty))];
            _blocks.Add(new TableBlock(_title, [.. _header.Where(r => columns.Any(c => _grid[r, c].Kind != ContentKind.Empty))], own, [.. columns]));
        }
    }

    private bool IsLabelColumn(int column, List<(int Row, string? Section)> body)
    {
        var filled = body.Select(b => _grid[b.Row, column]).Where(c => c.Kind != ContentKind.Empty).ToArray();
        return filled.Length > 0 && filled.Count(c => c.Kind == ContentKind.Label) * 2 >= filled.Length;
    }

    private bool HasFiguresRightOf(int column, List<(int Row, string? Section)> body) =>
        Enumerable.Range(column + 1, _grid.Width - column - 1).Any(c => body.Any(b => _grid[b.Row, c].IsFigure));

    private int FirstFilled(int row) => Enumerable.Range(0, _grid.Width).First(c => _grid[row, c].Kind != ContentKind.Empty);

    private int? NextFilled(int row)
    {
        for (var next = row + 1; next < _grid.Height; next++)
        {
            if (!_grid.IsEmpty(next))
            {
                return next;
            }
        }

        return null;
    }
}
