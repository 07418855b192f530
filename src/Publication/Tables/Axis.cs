using System.Collections.ObjectModel;

namespace Publication.Tables;

/// <summary>
/// One dimension of a table: the categories its definition declares, and the rows that are printed. Rows are unions of declared categories.
/// On an additive axis they never overlap and the Total is their sum; on the others (several answers a person) the Total counts persons.
/// </summary>
public sealed class Axis
{
    public Axis(string variable, Text label, VariableRole role, IEnumerable<DeclaredCategory> declared, IEnumerable<AxisRow> rows, bool isAdditive, bool declaresRows = false)
    {
        Variable = variable;
        Label = label;
        Role = role;
        Declared = new ReadOnlyCollection<DeclaredCategory>([.. declared]);
        Rows = new ReadOnlyCollection<AxisRow>([.. rows]);
        IsAdditive = isAdditive;
        DeclaresRows = declaresRows;
    }

    /// <summary>Name of the column in the tidy file.</summary>
    public string Variable { get; }

    public Text Label { get; }

    public VariableRole Role { get; }

    public IReadOnlyList<DeclaredCategory> Declared { get; }

    /// <summary>Printed rows in printed order, the Total last where the axis has one.</summary>
    public IReadOnlyList<AxisRow> Rows { get; }

    public bool IsAdditive { get; }

    /// <summary>
    /// The definition declares the rows of another table's layout, not its categories: a pooled row then counts as one declared category
    /// in the share of persons shown, and the crossing guards its rows; the members are guarded by the table whose layout it is.
    /// </summary>
    public bool DeclaresRows { get; }

    /// <summary>Number of declared categories that a printed row stands for; 0 for the Total.</summary>
    public int DeclaredIn(AxisRow row) => DeclaresRows ? Math.Min(row.Members.Count, 1) : row.Members.Count;
}
