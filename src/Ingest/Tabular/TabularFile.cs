namespace Ingest.Tabular;

/// <summary>A table in memory: every kept column as codes into its distinct values.</summary>
public sealed class TabularFile
{
    internal TabularFile(IReadOnlyList<string> header, IReadOnlyList<TabularColumn> columns, int rows)
    {
        Header = header;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The names of all columns of the file, kept or not, in its order.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The kept columns, in the order of the file.</summary>
    public IReadOnlyList<TabularColumn> Columns { get; }

    /// <summary>Rows without the header.</summary>
    public int Rows { get; }

    /// <returns>Null where no column of the name was kept.</returns>
    public TabularColumn? Find(string name) => Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));

    public override string ToString() => $"{nameof(TabularFile)} of {Columns.Count} columns";
}
