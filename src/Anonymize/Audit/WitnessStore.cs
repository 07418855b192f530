using Publication.Verification;

namespace Anonymize.Audit;

/// <summary>
/// The alternatives found in one run, by population. An alternative is a population of whole persons, so one that was found for some tables is
/// one for any others of the same population too, as far as it leaves their figures as they are: searches for the next layout, the next step
/// of the ladder and the final pattern begin with what the earlier ones found.
/// </summary>
internal sealed class WitnessStore
{
    private readonly Dictionary<string, List<Witness>> _witnesses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<Witness> Of(string population) => _witnesses.GetValueOrDefault(population, []);

    public void Add(string population, Witness witness)
    {
        if (_seen.Add($"{population} {string.Join(';', witness.Atoms.Zip(witness.Deltas, (atom, delta) => $"{string.Join(',', atom)}:{delta}"))}"))
        {
            if (!_witnesses.TryGetValue(population, out var list))
            {
                _witnesses.Add(population, list = []);
            }

            list.Add(witness);
        }
    }
}
