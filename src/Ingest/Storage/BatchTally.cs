using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Duplicates;

namespace Ingest.Storage;

/// <summary>What the receipt says about the rows of an upload, added up batch by batch.</summary>
internal sealed class BatchTally
{
    private readonly KeyLog keys = new();
    private readonly QuarterTally quarters = new();

    public int Rows { get; private set; }

    /// <summary>Rows whose case or person stood in an earlier row; known after <see cref="Finish"/>.</summary>
    public int Duplicates { get; private set; }

    public int YearOnly { get; private set; }

    /// <summary>Rows by quarter of identification, else of registration; ascending.</summary>
    public IReadOnlyList<RowCount> Quarters => [.. quarters.Counts.Select(quarter => new RowCount(quarter.Quarter, quarter.Count))];

    /// <summary>As the receipt says it; known after <see cref="Finish"/>.</summary>
    public UploadTally Result => new(Rows, Quarters, Duplicates, YearOnly);

    public void Add(CaseBatch batch)
    {
        keys.Add(batch);
        short[] identified = batch.Periods(PeriodColumn.Identified);
        short[] registered = batch.Periods(PeriodColumn.Registered);
        for (int row = 0; row < batch.Count; row++)
        {
            short quarter = Exact(batch, row, PeriodColumn.Identified);
            quarter = quarter != Quarter.None ? quarter : Exact(batch, row, PeriodColumn.Registered);
            if (quarter != Quarter.None)
            {
                quarters.Add(quarter);
            }
            else
            {
                YearOnly += identified[row] != Quarter.None || registered[row] != Quarter.None ? 1 : 0;
            }
        }

        Rows += batch.Count;
    }

    /// <summary>Compares the keys of all rows.</summary>
    public void Finish() => Duplicates = keys.Repeated();

    private static short Exact(CaseBatch batch, int row, PeriodColumn column) =>
        batch.IsYearOnly(row, column) ? Quarter.None : batch.Periods(column)[row];
}
