using Ingest.Counting;
using Ingest.Schema;
using Publication.Tables;
using Reports.Bulletins;

namespace Host.Planning;

/// <summary>
/// The variables of one population. They are those of all bulletins together, not of one: a quarter's figures and its year's are one system, so their
/// records must speak of the same variables at the same level. The level is the finest that any table asks for, in whatever population.
/// </summary>
internal sealed class PopulationVocabulary
{
    private const string AssistedPopulation = "assisted";
    private const string AssistedBy = "services";

    private readonly Dictionary<string, CountedVariable> _variables;

    private PopulationVocabulary(string population, Dictionary<string, CountedVariable> variables)
    {
        Population = population;
        _variables = variables;
    }

    public string Population { get; }

    public IEnumerable<CountedVariable> Variables => _variables.Values.OrderBy(v => v.Name, StringComparer.Ordinal);

    public CountedVariable this[string name] => _variables[name];

    /// <summary>Columns to count by, the quarter first.</summary>
    public IReadOnlyList<CountColumn> Columns => [new CountColumn("quarter"), .. Variables.Select(v => v.Column)];

    public static PopulationVocabulary Of(string population, IEnumerable<BulletinDefinition> bulletins, CodeLists lists, VariableRoles roles)
    {
        // A name means the same codes in every population: the plan lists each variable once.
        var uses = bulletins.SelectMany(b => b.Tables)
            .SelectMany(t => t.Axes.Select(a => (t.Population, a.Variable, a.Level, IsSet: !a.IsAdditive))
                .Concat(t.Where.Select(w => (t.Population, w.Variable, Level: 0, IsSet: false))))
            .ToLookup(u => u.Variable, StringComparer.Ordinal);
        return new PopulationVocabulary(
            population,
            uses.Where(g => g.Any(u => u.Population == population)).ToDictionary(
                g => g.Key,
                g => new CountedVariable(lists[g.Key], g.Min(u => u.Level), g.Any(u => u.IsSet), roles[g.Key]),
                StringComparer.Ordinal));
    }

    /// <summary>What everybody knows cannot occur, where both sides of a link are counted here.</summary>
    public IEnumerable<ImpossibleCombination> Impossible(IEnumerable<VariableLink> links)
    {
        foreach (var link in links.Where(l => _variables.ContainsKey(l.IfVariable) && _variables.ContainsKey(l.ThenVariable)))
        {
            var condition = _variables[link.IfVariable].NodeOf(0, [.. link.IfCodes]);
            var consequence = _variables[link.ThenVariable].NodeOf(0, [.. link.ThenCodes]);
            yield return Implication(condition, consequence);
            if (link.Both)
            {
                yield return Implication(consequence, condition);
            }
        }

        // Who is counted as assisted got at least one of the services, and every reader knows it.
        if (string.Equals(Population, AssistedPopulation, StringComparison.Ordinal) && _variables.TryGetValue(AssistedBy, out var services))
        {
            yield return new ImpossibleCombination(Population, services.Variables().Select(v => new Node(v.Name, ["N"])));
        }
    }

    private ImpossibleCombination Implication(Node condition, Node consequence) => ImpossibleCombination.Implication(
        Population, condition, consequence, _variables[consequence.Variable].Variables().Single().Leaves.Select(l => l.Code));
}
