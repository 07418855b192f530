namespace Anonymize.Tests.Oracle;

/// <summary>
/// Judges a proof by its definition, without the product's code: each alternative must be a possible population that gives every published
/// figure, and truth and alternatives together must meet every duty in the eyes of the one it is owed to.
/// </summary>
internal sealed class ProofJudge
{
    private readonly AtomSpace _space;
    private readonly IReadOnlyList<PublicFact> _facts;
    private readonly IReadOnlyList<Obligation> _duties;
    private readonly long[] _truth;

    public ProofJudge(AtomSpace space, IReadOnlyList<Person> persons, IReadOnlyList<PublicFact> facts, IEnumerable<Obligation> duties)
    {
        var kinds = persons.Select(space.KindOf).ToArray();
        (_space, _facts, _duties) = (space, facts, [.. duties]);
        _truth = [.. Enumerable.Range(0, space.Atoms.Count).Select(a => (long)kinds.Count(k => k == a))];
    }

    /// <summary>The figures are those of the persons.</summary>
    public bool FiguresAreTrue => IsAlternative(_truth);

    /// <summary>The changed population, or null where the change makes none: it is no change of persons, or its figures are not the published ones.</summary>
    public long[]? Alternative(int[][] atoms, int[] deltas, IReadOnlyList<int> leaves)
    {
        var isChange = atoms.Length == deltas.Length
            && atoms.All(a => a.Length == leaves.Count && a.Zip(leaves).All(l => l.First >= 0 && l.First < l.Second))
            && atoms.DistinctBy(a => string.Join(',', a)).Count() == atoms.Length
            && deltas.Sum(d => Math.Abs((long)d)) + _truth.Sum() <= int.MaxValue;
        if (!isChange)
        {
            return null;
        }

        var counts = _truth.ToArray();
        for (var i = 0; i < atoms.Length; i++)
        {
            var kind = _space.Atoms.ToList().FindIndex(a => a.AsSpan().SequenceEqual(atoms[i]));
            if (kind >= 0)
            {
                counts[kind] += deltas[i];
            }
            else if (deltas[i] != 0)
            {
                // Nobody can be of this kind.
                return null;
            }
        }

        return IsAlternative(counts) ? counts : null;
    }

    /// <summary>Truth and alternatives leave open what must stay open.</summary>
    public bool Proves(IReadOnlyList<long[]> alternatives) => _duties.All(duty =>
    {
        var own = Enumerable.Range(0, _truth.Length).Select(a => duty.Insight.Records.Count == 0 ? 0 : duty.Insight.Records[a]).ToArray();
        var taken = duty.Insight.SubtractsRecords ? own.Where((_, a) => IsIn(duty.Region, a)).Sum() : 0;
        var values = alternatives.Prepend(_truth)
            .Where(counts => counts.Zip(own).All(c => c.First >= c.Second) && duty.Insight.Caps.All(cap => Count(counts, cap.Region) <= cap.High))
            .Select(counts => Count(counts, duty.Region) - taken)
            .Distinct()
            .ToArray();
        return values.Length >= duty.Distinct && values.Min() <= duty.Low && values.Max() >= duty.High;
    });

    private bool IsAlternative(long[] counts) => counts.All(c => c >= 0) && _facts.All(f => Count(counts, f.Region) is var count && count >= f.Low && count <= f.High);

    private static long Count(long[] counts, UInt128 region)
    {
        var sum = 0L;
        for (var a = 0; a < counts.Length; a++)
        {
            sum += IsIn(region, a) ? counts[a] : 0;
        }

        return sum;
    }

    private static bool IsIn(UInt128 region, int atom) => (region >> atom & 1) == 1;
}
