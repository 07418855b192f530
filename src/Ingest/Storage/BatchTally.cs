using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Duplicates;

namespace Ingest.Storage;

/// <summary>What the receipt says about the rows of an upload, added up batch by batch.</summary>
internal sealed class BatchTally
{
    private readonly KeySet caseKeys = new();
    private readonly KeySet matchKeys = new();
    private readonly Dictionary<short, int> quarters = [];

    public int Rows { get; private set; }

    public int Duplicates { get; private set; }

    public int YearOnly { get; private set; }

    /// <summary>Rows by quarter of identification, else of registration; ascending.</summary>
    public IReadOnlyList<RowCount> Quarters =>
        [.. quarters.OrderBy(pair => pair.Key).Select(pair => new RowCount(Quarter.CodeOf(pair.Key), pair.Value))];

    public void Add(CaseBatch batch)
    {
        short[] identified = batch.Periods(PeriodColumn.Identified);
        short[] registered = batch.Periods(PeriodColumn.Registered);
        for (int row = 0; row < batch.Count; row++)
        {
            bool newCase = caseKeys.Add(batch.CaseKey(row));
            bool newPerson = matchKeys.Add(batch.MatchKey(row));
            Duplicates += newCase && newPerson ? 0 : 1;

            PeriodColumn column = identified[row] != Quarter.None ? PeriodColumn.Identified : PeriodColumn.Registered;
            short quarter = column == PeriodColumn.Identified ? identified[row] : registered[row];
            if (batch.IsYearOnly(row, column))
            {
                YearOnly++;
            }
            else if (quarter != Quarter.None)
            {
                quarters[quarter] = quarters.GetValueOrDefault(quarter) + 1;
            }
        }

        Rows += batch.Count;
    }
}
