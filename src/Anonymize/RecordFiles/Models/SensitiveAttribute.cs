using System.Globalization;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Sets;

namespace Anonymize.RecordFiles.Models;

/// <summary>
/// A sensitive attribute with its values in their canonical order: that of the hierarchy's rows where there is one, by number where all are numbers, else
/// ordinal. Sums over values then do not depend on the order of records.
/// </summary>
internal sealed class SensitiveAttribute
{
    private SensitiveAttribute(RecordColumn column, Hierarchy? hierarchy, int[] valueOf, int[] leaves, int[][]? sets)
    {
        Column = column;
        Hierarchy = hierarchy;
        ValueOf = valueOf;
        Leaves = leaves;
        Sets = sets;
    }

    public RecordColumn Column { get; }

    public Hierarchy? Hierarchy { get; }

    /// <summary>From code of the column to value.</summary>
    public int[] ValueOf { get; }

    /// <summary>From value to leaf; empty without a hierarchy.</summary>
    public int[] Leaves { get; }

    /// <summary>Where values are sets, the numbers of what is in each, to have none being number 0; else null.</summary>
    public int[][]? Sets { get; }

    public int Count => ValueOf.Length;

    /// <returns>Null where a value is no leaf of the hierarchy.</returns>
    public static SensitiveAttribute? Of(SensitiveColumn sensitive)
    {
        var (column, hierarchy) = (sensitive.Column, sensitive.Hierarchy);
        var codes = Enumerable.Range(0, column.Values.Count).ToArray();
        var leaves = hierarchy is null ? [] : column.Values.Select(hierarchy.Leaf).ToArray();
        if (leaves.Contains(-1))
        {
            return null;
        }

        if (hierarchy is not null)
        {
            Array.Sort(leaves.ToArray(), codes);
        }
        else if (Numbers(column.Values) is { } numbers)
        {
            Array.Sort(numbers, codes);
        }
        else
        {
            Array.Sort(column.Values.ToArray(), codes, StringComparer.Ordinal);
        }

        var valueOf = new int[codes.Length];
        for (var value = 0; value < codes.Length; value++)
        {
            valueOf[codes[value]] = value;
        }

        return new SensitiveAttribute(
            column, hierarchy, valueOf, hierarchy is null ? [] : [.. codes.Select(code => leaves[code])], sensitive.Sets is { } sets ? SetMembers.Of(codes.Select(code => sets[code])) : null);
    }

    private static double[]? Numbers(IReadOnlyList<string> values)
    {
        var numbers = new double[values.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!double.TryParse(values[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers.Distinct().Count() == numbers.Length ? numbers : null;
    }
}
