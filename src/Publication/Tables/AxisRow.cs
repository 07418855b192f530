using System.Collections.ObjectModel;

namespace Publication.Tables;

/// <summary>
/// One row (or column) of a table as it is printed: a declared category alone, a group, or a pooled row that names its members. Its code is
/// its members' codes in ordinal order joined by <c>+</c>, unless it is a group with a code of its own.
/// </summary>
public sealed class AxisRow
{
    public const string TotalCode = "Total";

    public AxisRow(string code, Text label, Node? node, IEnumerable<string> members)
    {
        Code = code;
        Label = label;
        Node = node;
        Members = new ReadOnlyCollection<string>([.. members]);
    }

    public string Code { get; }

    public Text Label { get; }

    /// <summary>What the row counts; null for the Total.</summary>
    public Node? Node { get; }

    /// <summary>Codes of the declared categories the row counts, in ordinal order; empty for the Total.</summary>
    public IReadOnlyList<string> Members { get; }

    public bool IsTotal => Node is null;

    public bool IsPooled => Members.Count > 1;

    public static AxisRow Total(Text label) => new(TotalCode, label, node: null, members: []);
}
