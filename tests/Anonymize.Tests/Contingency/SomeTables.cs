using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>Crossed tables by rule, for tests: counts in the order of the categories, the last variable running fastest.</summary>
internal static class SomeTables
{
    /// <summary>Variables v0, v1, … with codes a0, a1, …; <paramref name="regions"/> gives v0 a parent column of so many leaves each.</summary>
    public static (ContingencySpec Spec, ContingencyRecords Records) Of(int[] shape, long[] counts, ContingencyRules rules, int regions = 0, params TableSpec[] tables)
    {
        var names = shape.Select((_, v) => $"v{v}").ToList();
        var values = shape.Select((n, v) => (IReadOnlyList<string>)[.. Enumerable.Range(0, n).Select(c => $"{(char)('a' + v)}{c:00}")]).ToList();
        var codes = shape.Select((_, v) => Enumerable.Range(0, counts.Length).Select(row => Position(row, shape, v)).ToArray()).ToList();
        if (regions > 0)
        {
            names.Add("region");
            values.Add([.. Enumerable.Range(0, (shape[0] + regions - 1) / regions).Select(r => $"r{r:00}")]);
            codes.Add([.. codes[0].Select(c => c / regions)]);
        }

        var spec = new ContingencySpec
        {
            Variables = [.. shape.Select((_, v) => new VariableSpec($"v{v}", VariableSpecRole.Other, v == 0 && regions > 0 ? [["region"]] : [], null))],
            Tables = tables.Length > 0 ? tables : [Table("t", [.. shape.Select((_, v) => $"v{v}")])],
            Rules = rules,
        };
        return (spec, new ContingencyRecords(names, values, codes, counts));
    }

    public static TableSpec Table(string id, params string[] by) => new(
        id, by, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), []);

    /// <summary>Counts of a linear congruential sequence (multiplier 16807, modulus 2³¹ − 1), cell by cell ⌊60 u⁴⌋: skewed as victims are.</summary>
    public static long[] Skewed(int cells, long seed)
    {
        var counts = new long[cells];
        for (var i = 0; i < cells; i++)
        {
            seed = 16807 * seed % 2147483647;
            var u = seed / 2147483647.0;
            counts[i] = (long)(60 * u * u * u * u);
        }

        return counts;
    }

    /// <summary>Codes and figure of each cell as it is printed.</summary>
    public static IEnumerable<(IReadOnlyList<string> Codes, long? Shown)> Cells(ProtectedTable table) => table.Values.Select((shown, position) =>
    {
        var codes = new string[table.Codes.Count];
        for (var v = codes.Length - 1; v >= 0; v--)
        {
            codes[v] = table.Codes[v][position % table.Codes[v].Count];
            position /= table.Codes[v].Count;
        }

        return ((IReadOnlyList<string>)codes, shown);
    });

    /// <summary>Codes of each cell of the first table, with its figure where a pattern shows it.</summary>
    public static IEnumerable<(IReadOnlyList<string> Codes, long? Shown)> Printed(ContingencySystem system, bool[] isHidden) =>
        system.Tables[0].Cells.Select((cell, position) => ((IReadOnlyList<string>)system.Tables[0].CodesAt(position), isHidden[cell] ? (long?)null : system.Values[cell]));

    public static ContingencySystem System(ContingencySpec spec, ContingencyRecords records)
    {
        var (system, faults) = SystemBuilder.Build(spec, records, SpecFiles.None);
        Assert.Empty(faults);
        return system!;
    }

    private static int Position(int row, int[] shape, int variable)
    {
        for (var v = shape.Length - 1; v > variable; v--)
        {
            row /= shape[v];
        }

        return row % shape[variable];
    }
}
