using Ingest.Cases;
using Ingest.Intake;

namespace Ingest.Reading;

/// <summary>Counts what becomes of the rows of a file.</summary>
internal sealed class ReadTally
{
    private readonly QuarterTally quarters = new();

    public long Accepted { get; private set; }

    public long Faulty { get; set; }

    public long ConsentRefused { get; set; }

    public long ConsentMissing { get; set; }

    public long YearOnly { get; private set; }

    public long TotalRows { get; set; }

    public long Records => Accepted + Faulty + ConsentRefused + ConsentMissing;

    public IReadOnlyList<QuarterCount> Quarters => [.. quarters.Counts.Select(quarter => new QuarterCount(quarter.Quarter, quarter.Count))];

    /// <summary>Counts an accepted record by the date that places it, and says whether that is a year only.</summary>
    public bool Accept(DateCell placed)
    {
        Accepted++;
        if (placed.Precision == DatePrecision.Year)
        {
            YearOnly++;
            return true;
        }

        quarters.Add(placed.Quarter);
        return false;
    }
}
