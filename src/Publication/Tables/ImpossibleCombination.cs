using System.Collections.ObjectModel;

namespace Publication.Tables;

/// <summary>
/// A combination that the world knows cannot occur: no person of the population lies in all of these nodes. A fact for every attacker.
/// "If forced sex work then sexual exploitation" is the combination of forced sex work with every other form.
/// </summary>
public sealed class ImpossibleCombination
{
    public ImpossibleCombination(string population, IEnumerable<Node> nodes)
    {
        Population = population;
        Nodes = new ReadOnlyCollection<Node>([.. nodes.OrderBy(n => n.Variable, StringComparer.Ordinal)]);
    }

    public string Population { get; }

    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Every person in <paramref name="condition"/> lies in <paramref name="consequence"/>; leaves are those of the consequence's variable.</summary>
    public static ImpossibleCombination Implication(string population, Node condition, Node consequence, IEnumerable<string> leaves) =>
        new(population, [condition, new Node(consequence.Variable, leaves.Except(consequence.Leaves, StringComparer.Ordinal))]);
}
