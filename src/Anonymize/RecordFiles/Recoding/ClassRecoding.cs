using Anonymize.RecordFiles.Risks;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>What becomes of each tuple: the class it is in, its levels, and whether the class is suppressed.</summary>
/// <param name="ClassOf">By tuple.</param>
/// <param name="Levels">By tuple, its levels by attribute: classes are told by labels, and a label may stand at two levels.</param>
/// <param name="IsSuppressed">By class.</param>
/// <param name="Sizes">Records by class.</param>
internal sealed record ClassRecoding(int[] ClassOf, IReadOnlyList<int[]> Levels, bool[] IsSuppressed, int[] Sizes)
{
    public long SuppressedRows => Sizes.Where((_, c) => IsSuppressed[c]).Sum(size => (long)size);

    public int Classes => Sizes.Where((size, c) => !IsSuppressed[c] && size > 0).Count();

    /// <summary>0 where nothing is kept.</summary>
    public int SmallestClass => Sizes.Where((size, c) => !IsSuppressed[c] && size > 0).DefaultIfEmpty().Min();

    /// <param name="population">Persons by tuple; null without a population.</param>
    public RiskSummary Risks(int[]? population)
    {
        var kept = Sizes.Select((size, c) => IsSuppressed[c] ? 0 : size).ToArray();
        if (population is null)
        {
            return RiskSummary.Of(kept, []);
        }

        var persons = new double[kept.Length];
        for (var t = 0; t < population.Length; t++)
        {
            persons[ClassOf[t]] += population[t];
        }

        return RiskSummary.Of(kept, persons);
    }
}
