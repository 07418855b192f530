namespace Host.Tests.Attacking.Corpus;

/// <summary>A sheet as somebody types it: texts, numbers as text, and areas that are merged (0-based, inclusive).</summary>
internal sealed class Grid(string name)
{
    public string Name { get; } = name;

    public List<string[]> Rows { get; } = [];

    public List<(int Row, int Column, int LastRow, int LastColumn)> Merged { get; } = [];

    public Grid Row(params string[] cells)
    {
        Rows.Add(cells);
        return this;
    }

    public Grid Merge(int row, int column, int lastRow, int lastColumn)
    {
        Merged.Add((row, column, lastRow, lastColumn));
        return this;
    }

    /// <summary>Rows of the first variable, columns of the second.</summary>
    public Grid Wide(Crossing table, string? corner = null, bool indent = false)
    {
        Row([corner ?? table.Axes[0].Name, .. table.Axes[1].Labels]);
        return Body(table, indent);
    }

    public Grid Body(Crossing table, bool indent = false)
    {
        foreach (var (label, parts) in table.Axes[0].Items)
        {
            var isMember = indent && parts.Length == 0;
            Row([(isMember ? "   " : "") + label, .. table.Axes[1].Labels.Select(c => table[label, c].Printed)]);
        }

        return this;
    }

    /// <summary>One cell a row, as open data are written.</summary>
    public Grid Tidy(Crossing table, string value = "value", string? status = "status")
    {
        Row([.. table.Axes.Select(a => a.Name), value, .. status is null ? (string[])[] : [status]]);
        foreach (var cell in table.Cells)
        {
            var figure = table[cell];
            Row([.. cell, .. status is null ? (string[])[figure.Printed] : [figure.IsHidden ? "" : figure.Printed, figure.Mark ?? ""]]);
        }

        return this;
    }

    /// <summary>A table to the right of what is there.</summary>
    public Grid Beside(Grid other)
    {
        var width = Rows.Max(r => r.Length) + 1;
        for (var i = 0; i < other.Rows.Count; i++)
        {
            if (i == Rows.Count)
            {
                Rows.Add([]);
            }

            Rows[i] = [.. Rows[i], .. Enumerable.Repeat("", width - Rows[i].Length), .. other.Rows[i]];
        }

        return this;
    }
}
