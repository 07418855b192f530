using Anonymize.Protection;
using Publication.Verification;

namespace Anonymize.Audit;

/// <summary>
/// What one run knows and may spend on one population. An alternative is a population of whole persons, so one that was found for some tables is
/// one for any others of the same population too, as far as it leaves their figures as they are: searches for the next layout, the next step
/// of the ladder and the final pattern begin with what the earlier ones found. Populations have nothing in common, and may be searched at once.
/// </summary>
internal sealed class PopulationSearch(Budget budget)
{
    private readonly List<Witness> _found = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The population's own, so that what is decided within it does not depend on how far the others are.</summary>
    public Budget Budget { get; } = new(budget.Units);

    public IReadOnlyList<Witness> Found => _found;

    public static IReadOnlyDictionary<string, PopulationSearch> ForEach(IEnumerable<string> populations, Budget budget) =>
        populations.ToDictionary(p => p, _ => new PopulationSearch(budget), StringComparer.Ordinal);

    /// <summary>
    /// The same question in independent parts, each with what is known now and a budget of its own, so that none depends on how far the others are. What they
    /// find is taken over in the order of the parts.
    /// </summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public T[] Apart<T>(int parts, Func<int, PopulationSearch, T> ask, CancellationToken cancel)
    {
        var known = _found.Count;
        var searches = Enumerable.Range(0, parts).Select(_ => Copy()).ToArray();
        var answers = new T[parts];
        Parallel.For(0, parts, new ParallelOptions { CancellationToken = cancel }, i => answers[i] = ask(i, searches[i]));
        foreach (var search in searches)
        {
            Budget.Spend(search.Budget.Spent);
            foreach (var witness in search.Found.Skip(known))
            {
                Add(witness);
            }
        }

        return answers;
    }

    public void Add(Witness witness)
    {
        if (_seen.Add(string.Join(';', witness.Atoms.Zip(witness.Deltas, (atom, delta) => $"{string.Join(',', atom)}:{delta}"))))
        {
            _found.Add(witness);
        }
    }

    private PopulationSearch Copy()
    {
        var copy = new PopulationSearch(Budget);
        foreach (var witness in _found)
        {
            copy.Add(witness);
        }

        return copy;
    }
}
