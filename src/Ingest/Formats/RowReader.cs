namespace Ingest.Formats;

/// <summary>
/// Reads a table of any format row by row, heading rows included. Cells are UTF-8 text; dates of typed formats are written
/// <c>yyyy-MM-dd</c>, numbers in the invariant way. What the underlying library throws stays inside: its messages may hold cell values.
/// </summary>
internal abstract class RowReader : IDisposable
{
    /// <summary>The row number as the partner's own program shows it, from 1.</summary>
    public abstract int Row { get; }

    /// <summary>Cells in the current row.</summary>
    public abstract int Width { get; }

    /// <summary>Set when <see cref="Read"/> returned false before the end of the file.</summary>
    public FileFault? Fault { get; protected set; }

    /// <summary>Whether a bare number in a date column is a spreadsheet's day number.</summary>
    public virtual bool HasSerialDates => false;

    /// <summary>Moves to the next row; false at the end and at a fault.</summary>
    public abstract bool Read();

    /// <summary>A cell of the current row, valid until the next call of <see cref="Read"/>; empty past the end of the row.</summary>
    public abstract ReadOnlySpan<byte> Cell(int column);

    public abstract void Dispose();
}
