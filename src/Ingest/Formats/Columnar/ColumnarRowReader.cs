using Apache.Arrow;
using Apache.Arrow.Ipc;
using Ingest.Rules;

namespace Ingest.Formats.Columnar;

/// <summary>Walks record batches row by row. The schema is the heading row, so records start in row 2 as in a spreadsheet.</summary>
internal sealed class ColumnarRowReader : RowReader
{
    private readonly CellBuffer cells = new();
    private readonly ReadLimits limits;
    private IArrowArrayStream? batches;
    private Apache.Arrow.Schema? schema;
    private RecordBatch? batch;
    private int rowInBatch;
    private int row;

    public ColumnarRowReader(Func<IArrowArrayStream> open, ReadLimits limits)
    {
        this.limits = limits;
        Guarded(() =>
        {
            batches = open();
            schema = batches.Schema;
            return true;
        });
    }

    public override int Row => row;

    public override int Width => cells.Count;

    public override bool Read() => Fault is null && Guarded(ReadRow);

    public override ReadOnlySpan<byte> Cell(int column) => cells[column];

    public override void Dispose()
    {
        batch?.Dispose();
        batches?.Dispose();
    }

    private bool ReadRow()
    {
        cells.Clear();
        if (row == 0)
        {
            return ReadHeadings();
        }

        while (batch is null || rowInBatch == batch.Length)
        {
            batch?.Dispose();
            rowInBatch = 0;

            // These streams read from memory or a local file and complete at once.
            batch = batches!.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult();
            if (batch is null)
            {
                return false;
            }
        }

        row++;
        for (int column = 0; column < batch.ColumnCount; column++)
        {
            ColumnarCell.Add(cells, batch.Column(column), rowInBatch);
        }

        rowInBatch++;
        return Within(row <= limits.Rows, RuleCode.TooManyRows);
    }

    private bool ReadHeadings()
    {
        row = 1;
        foreach (Field field in schema!.FieldsList)
        {
            cells.Add(field.Name);
        }

        return Within(cells.Count <= limits.Columns, RuleCode.TooManyColumns);
    }

    private bool Within(bool holds, RuleCode rule)
    {
        Fault = holds ? null : new FileFault(rule);
        return holds;
    }

    private bool Guarded(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (Exception failure) when (ForeignBytes.Broke(failure))
        {
            Fault = new FileFault(RuleCode.TableUnreadable, row);
            return false;
        }
    }
}
