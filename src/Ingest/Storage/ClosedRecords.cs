using Ingest.Cases;

namespace Ingest.Storage;

/// <summary>Records of years whose files were destroyed. Whether they were counted nothing tells any more, so they enter no more.</summary>
internal static class ClosedRecords
{
    /// <summary>Why rows were set aside, as the receipt says it.</summary>
    public const string Reason = "yearClosed";

    /// <summary>Takes rows out that were identified, else registered, in a closed year.</summary>
    /// <param name="batch">Rows.</param>
    /// <param name="lastYear">The last closed year; null where there is none.</param>
    /// <returns>How many rows went.</returns>
    public static int RemoveFrom(CaseBatch batch, int? lastYear)
    {
        if (lastYear is not { } last)
        {
            return 0;
        }

        int before = batch.Count;
        batch.Remove([.. Enumerable.Range(0, batch.Count).Where(row => YearOf(batch, row) <= last)]);
        return before - batch.Count;
    }

    private static int YearOf(CaseBatch batch, int row)
    {
        short identified = batch.Periods(PeriodColumn.Identified)[row];
        short quarter = identified != Quarter.None ? identified : batch.Periods(PeriodColumn.Registered)[row];
        return quarter == Quarter.None ? int.MaxValue : Quarter.YearOf(quarter);
    }
}
