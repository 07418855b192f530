namespace Ingest.Tabular;

/// <summary>Writes a table that is held as codes.</summary>
public static class TabularWriter
{
    /// <returns>Null where the ending of the name is none of ours.</returns>
    public static TabularFormat? FormatOf(string path) => Path.GetExtension(path) switch
    {
        ".csv" => TabularFormat.Csv,
        ".parquet" => TabularFormat.Parquet,
        ".arrow" => TabularFormat.Arrow,
        _ => null,
    };

    /// <param name="target">Stays open.</param>
    /// <param name="format">What to write.</param>
    /// <param name="columns">At least one.</param>
    /// <param name="rows">Rows of the columns.</param>
    /// <param name="isLeftOut">Rows that are not written; null where all are.</param>
    /// <param name="ct">Looked at between blocks of rows.</param>
    public static void Write(Stream target, TabularFormat format, IReadOnlyList<WrittenColumn> columns, int rows, Func<int, bool>? isLeftOut, CancellationToken ct)
    {
        switch (format)
        {
            case TabularFormat.Csv:
                DelimitedTableWriter.Write(target, columns, rows, isLeftOut, ct);
                break;
            case TabularFormat.Parquet:
                ColumnarTableWriter.WriteParquet(target, columns, rows, isLeftOut, ct);
                break;
            case TabularFormat.Arrow:
                ColumnarTableWriter.WriteArrow(target, columns, rows, isLeftOut, ct);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }
}
