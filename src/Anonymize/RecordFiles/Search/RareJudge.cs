using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Search;

/// <summary>
/// Fails classes whose combination of some attributes too few records have. What fails takes its records from other combinations, so rules are applied until
/// nothing more fails: what is left is the most that can be, whatever the order of rules.
/// </summary>
internal sealed class RareJudge(IReadOnlyList<RareRule> rules, LevelMaps maps)
{
    /// <param name="grouping">The classes of the node.</param>
    /// <param name="source">The finer classes they were made of.</param>
    /// <param name="levels">The node.</param>
    /// <param name="fails">By class.</param>
    public void Judge(Grouping grouping, GroupList source, ReadOnlySpan<int> levels, Span<bool> fails)
    {
        var combinations = new int[rules.Count][];
        for (var r = 0; r < combinations.Length; r++)
        {
            combinations[r] = Combinations(rules[r], grouping, source, levels);
        }

        bool isDone;
        do
        {
            isDone = true;
            for (var r = 0; r < combinations.Length; r++)
            {
                isDone &= !Fail(combinations[r], rules[r].Least, grouping.Sizes, fails);
            }
        }
        while (!isDone);
    }

    /// <summary>By class, the number of its combination.</summary>
    private int[] Combinations(RareRule rule, Grouping grouping, GroupList source, ReadOnlySpan<int> levels)
    {
        var numbers = new int[grouping.Count];
        foreach (var attribute in rule.Attributes)
        {
            if (maps.Count(attribute, levels[attribute]) == 1)
            {
                continue;
            }

            var index = new KeyIndex(numbers.Length);
            var codes = grouping.Codes(source, attribute, levels[attribute]);
            for (var group = 0; group < numbers.Length; group++)
            {
                numbers[group] = index.IdOf(((ulong)(uint)numbers[group] << 32) | (uint)codes[group]);
            }
        }

        return numbers;
    }

    private static bool Fail(int[] combinations, int least, ReadOnlySpan<int> sizes, Span<bool> fails)
    {
        var records = new long[combinations.Length];
        for (var group = 0; group < combinations.Length; group++)
        {
            records[combinations[group]] += fails[group] ? 0 : sizes[group];
        }

        var isAny = false;
        for (var group = 0; group < combinations.Length; group++)
        {
            if (!fails[group] && sizes[group] > 0 && records[combinations[group]] < least)
            {
                fails[group] = isAny = true;
            }
        }

        return isAny;
    }
}
