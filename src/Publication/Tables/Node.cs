using System.Collections.ObjectModel;

namespace Publication.Tables;

/// <summary>
/// A set of leaves of one variable: a category, a group, or the union that a pooled row stands for. Two nodes with the same leaves are the
/// same node whatever they are called, so a group with a single member is that member.
/// </summary>
public sealed class Node : IEquatable<Node>
{
    private readonly string _key;

    public Node(string variable, IEnumerable<string> leaves)
    {
        Variable = variable;
        Leaves = new ReadOnlyCollection<string>([.. leaves.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        _key = $"{variable}={string.Join(',', Leaves)}";
    }

    public string Variable { get; }

    /// <summary>Leaf codes in ordinal order.</summary>
    public IReadOnlyList<string> Leaves { get; }

    public bool Equals(Node? other) => other is not null && string.Equals(_key, other._key, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Node);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_key);

    /// <summary>Canonical form: <c>variable=LEAF,LEAF</c>.</summary>
    public override string ToString() => _key;
}
