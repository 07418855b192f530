using Ingest.Cases;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>A row's codes, sets and dates mixed into 64 bits (FNV-1a over words), to order rows by and for nothing else; never stored.</summary>
internal static class RowContent
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(CaseBatch rows, int row)
    {
        ulong hash = (Offset ^ rows.YearOnly[row]) * Prime;
        for (int column = 0; column < CaseFileSchema.CodeColumns.Count; column++)
        {
            hash = (hash ^ rows.Codes((CaseColumn)column)[row]) * Prime;
        }

        for (int column = 0; column < CaseFileSchema.SetColumns.Count; column++)
        {
            hash = (hash ^ rows.Sets((SetColumn)column)[row]) * Prime;
        }

        for (int column = 0; column < CaseFileSchema.PeriodColumns.Count; column++)
        {
            hash = (hash ^ (ushort)rows.Periods((PeriodColumn)column)[row]) * Prime;
        }

        return hash;
    }
}
