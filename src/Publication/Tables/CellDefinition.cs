using System.Collections.ObjectModel;

namespace Publication.Tables;

/// <summary>
/// What a cell counts: the persons of a population that lie in every one of its nodes. A cell is its definition, not its place in a table:
/// one definition has one value and one state in every table of every release.
/// </summary>
public sealed class CellDefinition : IEquatable<CellDefinition>
{
    public CellDefinition(string population, IEnumerable<Node> nodes)
    {
        Population = population;
        Nodes = new ReadOnlyCollection<Node>([.. Intersect(nodes).OrderBy(n => n.Variable, StringComparer.Ordinal)]);
        Key = Nodes.Count == 0 ? population : $"{population};{string.Join(';', Nodes)}";
    }

    public string Population { get; }

    /// <summary>At most one node a variable, in ordinal order of variables; a variable left out is its Total.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Canonical form: <c>population;variable=LEAF,LEAF;…</c>.</summary>
    public string Key { get; }

    public bool Equals(CellDefinition? other) => other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as CellDefinition);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => Key;

    private static IEnumerable<Node> Intersect(IEnumerable<Node> nodes) =>
        nodes.GroupBy(n => n.Variable, StringComparer.Ordinal)
            .Select(g => g.Skip(1).Aggregate(g.First(), (a, b) => new Node(a.Variable, a.Leaves.Intersect(b.Leaves, StringComparer.Ordinal))));
}
