namespace Anonymize.RecordFiles.Risks;

/// <summary>The risks of a file as it is.</summary>
public sealed class RiskAssessment
{
    private readonly int[] _tupleOfRow;

    internal RiskAssessment(int[] tupleOfRow) => _tupleOfRow = tupleOfRow;

    public int Rows => _tupleOfRow.Length;

    /// <summary>Distinct combinations of key attributes, that is classes.</summary>
    public int Classes => Frequencies.Count;

    /// <summary>Records by class.</summary>
    public required IReadOnlyList<int> Frequencies { get; init; }

    /// <summary>Persons of the population by class: sums of weights, records where there are none.</summary>
    public required IReadOnlyList<decimal> PopulationFrequencies { get; init; }

    public required IReadOnlyList<double> SudaScores { get; init; }

    public required IReadOnlyList<double> SudaDis { get; init; }

    /// <summary>By key attribute, its share of all scores.</summary>
    public required IReadOnlyList<double> Contributions { get; init; }

    /// <summary>Share of the population taken to be in the file.</summary>
    public required double SamplingFraction { get; init; }

    public required RiskSummary Risks { get; init; }

    public required IReadOnlyList<SensitiveSummary> Sensitive { get; init; }

    /// <summary>The class of a record.</summary>
    public int ClassOf(int row) => _tupleOfRow[row];

    /// <summary>Share of records in classes of at least <paramref name="least"/> and at most <paramref name="most"/>.</summary>
    public double Share(int least, int most) => Rows == 0 ? 0 : Frequencies.Where(f => f >= least && f <= most).Sum(f => (double)f) / Rows;
}
