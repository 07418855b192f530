namespace Anonymize.RecordFiles.Risks;

/// <summary>
/// Re-identification risks of a sample (El Emam 2013). Prosecutor: the attacker knows that the person is in the file. Journalist: that the person is in the
/// population. Marketer: the attacker wants many persons, and the share found counts. Without a population the file is its own.
/// </summary>
public sealed record RiskSummary
{
    /// <summary>Risk of a record above which it counts as at risk.</summary>
    public const double Threshold = 0.2;

    public required RiskFigures Prosecutor { get; init; }

    public required RiskFigures Journalist { get; init; }

    public required double Marketer { get; init; }

    /// <summary>Share of records that are alone in their class.</summary>
    public required double Unique { get; init; }

    /// <param name="sizes">Records of each class; classes of size 0 are passed over.</param>
    /// <param name="population">Persons of the population in each class; null without one.</param>
    internal static RiskSummary Of(ReadOnlySpan<int> sizes, ReadOnlySpan<double> population)
    {
        long rows = 0, atRisk = 0, populationAtRisk = 0, unique = 0;
        double persons = 0, shares = 0;
        int classes = 0, least = int.MaxValue;
        var fewest = double.PositiveInfinity;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] == 0)
            {
                continue;
            }

            var others = population.IsEmpty ? sizes[i] : population[i];
            classes++;
            rows += sizes[i];
            unique += sizes[i] == 1 ? 1 : 0;
            least = Math.Min(least, sizes[i]);
            fewest = Math.Min(fewest, others);
            persons += others;
            shares += others > 0 ? sizes[i] / others : sizes[i];
            atRisk += 1.0 / sizes[i] > Threshold ? sizes[i] : 0;
            populationAtRisk += others <= 0 || 1 / others > Threshold ? sizes[i] : 0;
        }

        if (rows == 0)
        {
            return new RiskSummary { Prosecutor = default, Journalist = default, Marketer = 0, Unique = 0 };
        }

        var marketer = shares / rows;
        return new RiskSummary
        {
            Prosecutor = new RiskFigures(1.0 / least, (double)classes / rows, (double)atRisk / rows),
            Journalist = new RiskFigures(fewest > 0 ? 1 / fewest : 1, persons > 0 ? Math.Max(classes / persons, marketer) : 1, (double)populationAtRisk / rows),
            Marketer = marketer,
            Unique = (double)unique / rows,
        };
    }
}
