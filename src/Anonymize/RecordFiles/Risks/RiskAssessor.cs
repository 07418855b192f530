using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Risks;

/// <summary>Assesses the risks of a file.</summary>
public sealed class RiskAssessor
{
    /// <summary>Taken where no weights tell: one person in a hundred is in the file.</summary>
    public const double UnknownFraction = 0.01;

    /// <summary>Key attributes that sets are made of at most.</summary>
    public const int MostAttributes = 30;

    private const int BlockRows = 2048;

    /// <summary>What somebody may know; 1 to <see cref="MostAttributes"/>.</summary>
    public required IReadOnlyList<RecordColumn> Keys { get; init; }

    /// <summary>Persons of the population that each record stands for, and their number by code of the column; null without.</summary>
    public (RecordColumn Column, IReadOnlyList<decimal> Values)? Weights { get; init; }

    public IReadOnlyList<SensitiveColumn> Sensitive { get; init; } = [];

    /// <summary>Largest set of attributes in which minimal uniques are looked for. Default 3.</summary>
    public int SudaMost { get; init; } = 3;

    public RiskAssessment Assess(CancellationToken cancellationToken)
    {
        var tuples = TupleCollapse.Collapse(
            Keys, [.. Keys.Select(Identity)], [.. Keys.Select(k => Math.Max(1, k.Values.Count))], population: null, [.. Sensitive.Select(s => (s.Column, Identity(s.Column), s.Column.Values.Count))]);
        var population = Population(tuples);
        var uniques = new MinimalUniques(tuples.Leaves, [.. Keys.Select(k => Math.Max(1, k.Values.Count))], tuples.Weights).Find(SudaMost, cancellationToken);
        var scores = SpecialUniques.Scores(uniques, SudaMost, Keys.Count);
        var persons = population.Sum();
        var fraction = Weights is null ? UnknownFraction : persons > 0 ? Math.Min(1, tuples.Rows / (double)persons) : 1;
        return new RiskAssessment(tuples.TupleOfRow)
        {
            Frequencies = tuples.Weights,
            PopulationFrequencies = population,
            SudaScores = scores,
            SudaDis = SpecialUniques.Dis(scores, tuples.Weights, fraction),
            Contributions = SpecialUniques.Contributions(uniques, SudaMost, Keys.Count),
            SamplingFraction = fraction,
            Risks = RiskSummary.Of(tuples.Weights, Weights is null ? [] : [.. population.Select(p => (double)p)]),
            Sensitive = [.. Sensitive.Select((s, i) => SensitiveSummary.Of(s, tuples.Weights, tuples.Sensitive[i]))],
        };
    }

    private static int[] Identity(RecordColumn column) => [.. Enumerable.Range(0, column.Values.Count)];

    private decimal[] Population(TupleTable tuples)
    {
        if (Weights is not { } weights)
        {
            return [.. tuples.Weights.Select(n => (decimal)n)];
        }

        var sums = new decimal[tuples.Count];
        var codes = new int[BlockRows];
        for (var first = 0; first < tuples.Rows; first += BlockRows)
        {
            var block = codes.AsSpan(0, Math.Min(BlockRows, tuples.Rows - first));
            weights.Column.Read(first, block);
            for (var i = 0; i < block.Length; i++)
            {
                sums[tuples.TupleOfRow[first + i]] += weights.Values[block[i]];
            }
        }

        return sums;
    }
}
