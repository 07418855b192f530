using System.Collections.ObjectModel;

namespace Publication.Tables;

/// <summary>
/// A classification in its finest categories (leaves), in the order in which they are printed. Every person has exactly one leaf;
/// a variable with several categories per person is a family of yes/no variables, one for each category.
/// </summary>
public sealed class Variable
{
    private readonly Dictionary<string, int> _index;

    public Variable(string name, VariableRole role, Text label, IEnumerable<Category> leaves)
    {
        Name = name;
        Role = role;
        Label = label;
        Leaves = new ReadOnlyCollection<Category>([.. leaves]);
        _index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in Leaves)
        {
            if (!_index.TryAdd(leaf.Code, _index.Count))
            {
                throw new ArgumentException($"Variable {name} has a category twice.", nameof(leaves));
            }
        }
    }

    public string Name { get; }

    public VariableRole Role { get; }

    public Text Label { get; }

    public IReadOnlyList<Category> Leaves { get; }

    /// <summary>Position of a leaf, or −1 where the code is unknown.</summary>
    public int IndexOf(string code) => _index.GetValueOrDefault(code, -1);
}
