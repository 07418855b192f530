namespace Ingest.Formats;

/// <summary>A file whose format is known and whose outer shell has been checked; its sheets can be read any number of times.</summary>
internal abstract class TableSource : IDisposable
{
    public abstract FileFormat Format { get; }

    /// <summary>Encoding and delimiter, or the kind of container; for the report, so that a wrong guess can be seen.</summary>
    public abstract string Dialect { get; }

    /// <summary>Sheets of a workbook; 1 for every other format.</summary>
    public virtual int Sheets => 1;

    /// <summary>Formula cells of a sheet in reading order.</summary>
    public virtual IReadOnlyList<CellPosition> Formulas(int sheet) => [];

    /// <summary>One reader at a time.</summary>
    public abstract RowReader OpenSheet(int sheet);

    /// <summary>The file itself belongs to the caller.</summary>
    public virtual void Dispose()
    {
    }
}
