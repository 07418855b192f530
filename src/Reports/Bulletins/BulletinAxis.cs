using System.Collections.ObjectModel;

namespace Reports.Bulletins;

/// <summary>One axis of a table as the bulletin declares it, before any layout.</summary>
public sealed class BulletinAxis
{
    internal BulletinAxis(
        string variable,
        string column,
        int level,
        AxisLayout layout,
        string? rowsOf,
        bool hasTotal,
        bool isAdditive,
        bool hasProperNames,
        IReadOnlyDictionary<string, decimal> weights)
    {
        Variable = variable;
        Column = column;
        Level = level;
        Layout = layout;
        RowsOf = rowsOf;
        HasTotal = hasTotal;
        IsAdditive = isAdditive;
        HasProperNames = hasProperNames;
        Weights = new ReadOnlyDictionary<string, decimal>(new SortedDictionary<string, decimal>(
            weights.ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal), StringComparer.Ordinal));
    }

    /// <summary>Name of the classification.</summary>
    public string Variable { get; }

    /// <summary>
    /// Name of the column in the tidy file: the variable, unless that is a name the file needs itself (<c>status</c> is <c>victim_status</c>).
    /// </summary>
    public string Column { get; }

    /// <summary>Level of the classification whose categories are declared; 0 is the finest.</summary>
    public int Level { get; }

    public AxisLayout Layout { get; }

    /// <summary>Id of the table whose rows are taken; null unless <see cref="Layout"/> is <see cref="AxisLayout.RowsOf"/>.</summary>
    public string? RowsOf { get; }

    public bool HasTotal { get; }

    /// <summary>False where a person may give several answers; the Total then counts persons.</summary>
    public bool IsAdditive { get; }

    /// <summary>The categories' names are names of places, which keep their capital inside a sentence.</summary>
    public bool HasProperNames { get; }

    /// <summary>What showing a category by itself is worth beside the others; 1 for codes not named. In ordinal order of codes.</summary>
    public IReadOnlyDictionary<string, decimal> Weights { get; }

    public decimal WeightOf(string code) => Weights.GetValueOrDefault(code, 1m);
}
