namespace Anonymize.Attacking.Structure;

/// <summary>The cells of a sheet, read, with merged labels standing in every cell of their area.</summary>
internal sealed class SheetGrid
{
    private readonly Content[][] _cells;
    private readonly int[][] _indents;

    public SheetGrid(PrintedSheet sheet, Legend legend)
    {
        Width = sheet.Rows.Count == 0 ? 0 : sheet.Rows.Max(r => r.Count);
        _cells = new Content[sheet.Rows.Count][];
        _indents = new int[sheet.Rows.Count][];
        for (var r = 0; r < _cells.Length; r++)
        {
            var row = sheet.Rows[r];
            _cells[r] = [.. Enumerable.Range(0, Width).Select(c => c < row.Count ? legend.Read(ContentReader.Read(row[c])) : Content.Empty)];
            _indents[r] = [.. Enumerable.Range(0, Width).Select(c => c < row.Count ? row[c].Indent : 0)];
        }

        foreach (var (top, left, bottom, right) in sheet.Merged)
        {
            Spread(top, left, bottom, right);
        }

        Left = Enumerable.Range(0, Height).Where(r => _cells[r].Count(c => c.Kind != ContentKind.Empty) > 1)
            .Select(r => FirstFilled(r)).DefaultIfEmpty(0).Min();
    }

    public int Height => _cells.Length;

    public int Width { get; }

    /// <summary>The first column of rows that hold more than one cell.</summary>
    public int Left { get; }

    public Content this[int row, int column] => _cells[row][column];

    public int Indent(int row, int column) => _indents[row][column];

    public bool IsEmpty(int row) => _cells[row].All(c => c.Kind == ContentKind.Empty);

    /// <summary>One text on the left, alone or merged over the others: a title, a note, or the head of a section.</summary>
    public bool IsLine(int row)
    {
        var filled = _cells[row].Where(c => c.Kind != ContentKind.Empty).ToArray();
        return filled.Length > 0 && filled[0].Kind == ContentKind.Label && FirstFilled(row) <= Left && filled.All(c => c.Text == filled[0].Text);
    }

    /// <summary>Nothing that only a body holds: labels, years, ages.</summary>
    public bool MayBeHeader(int row)
    {
        var filled = _cells[row].Where(c => c.Kind != ContentKind.Empty).ToArray();
        return filled.Length > 0 && !IsLine(row)
            && filled.All(c => c.Kind != ContentKind.Number || (c.IsYear && !c.IsPercent))
            && (filled.Skip(1).Any(c => c.Kind is ContentKind.Label or ContentKind.Range) || filled.Count(c => c.IsYear) is var years && years > 0 && Consecutive(filled));
    }

    /// <summary>A row that heads the columns and cannot be a row of marks, nor of figures that look like years.</summary>
    public bool IsPlainHeader(int row)
    {
        var filled = _cells[row].Where(c => c.Kind != ContentKind.Empty).ToArray();
        var ranges = filled.Where(c => c.Kind == ContentKind.Range).Select(c => c.Text).ToArray();
        return MayBeHeader(row)
            && filled.All(c => c.Kind is ContentKind.Label or ContentKind.Number or ContentKind.Range)
            && ranges.All(t => !t.TrimStart().StartsWith('<')) && (ranges.Length == 0 || ranges.Distinct(StringComparer.Ordinal).Count() * 2 > ranges.Length)
            && (filled.Any(c => c.IsYear) ? IsRunOfYears(filled) : filled.Skip(1).Any(c => c.Kind == ContentKind.Label) || ranges.Length > 1);
    }

    /// <summary>A row with a figure or a mark to the right of something.</summary>
    public bool IsData(int row) => !IsLine(row) && Enumerable.Range(FirstFilled(row) + 1, Math.Max(0, Width - FirstFilled(row) - 1)).Any(c => _cells[row][c].IsFigure);

    private int FirstFilled(int row)
    {
        var first = Array.FindIndex(_cells[row], c => c.Kind != ContentKind.Empty);
        return first < 0 ? Width : first;
    }

    private static bool IsRunOfYears(Content[] cells)
    {
        var years = cells.Where(c => c.IsYear).Select(c => c.Value).ToArray();
        return years[0] != years[^1] && Enumerable.Range(1, years.Length - 1).All(i => years[i] - years[i - 1] is 0 or 1 or -1 || years[i] == years[0]);
    }

    private static bool Consecutive(Content[] cells)
    {
        var years = cells.Where(c => c.IsYear).Select(c => c.Value).ToArray();
        return years.Length == 1 || Enumerable.Range(1, years.Length - 1).All(i => Math.Abs(years[i] - years[i - 1]) <= 5);
    }

    private void Spread(int top, int left, int bottom, int right)
    {
        if (top >= Height || left >= Width || _cells[top][left] is not { Kind: ContentKind.Label or ContentKind.Range or ContentKind.Number } first || first.IsPlainNumber)
        {
            return;
        }

        for (var r = top; r <= Math.Min(bottom, Height - 1); r++)
        {
            for (var c = left; c <= Math.Min(right, Width - 1); c++)
            {
                _cells[r][c] = first;
                _indents[r][c] = _indents[top][left];
            }
        }
    }
}
