using Publication.Verification;

namespace Anonymize.Attack;

/// <summary>
/// Enumerates the possible class combinations of a clique and merges those that lie in exactly the same cells and separators. Nothing an
/// attacker can write down tells merged combinations apart, so nothing is lost.
/// </summary>
internal static class ColumnMerging
{
    /// <summary>Largest clique, in class combinations, that is enumerated.</summary>
    public const int Limit = 1 << 18;

    /// <param name="clique">Position of the clique.</param>
    /// <param name="tree">The junction tree.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="cells">Masks of the cells that live in this clique.</param>
    /// <param name="forbidden">Masks of all impossible combinations.</param>
    /// <param name="relevance">Where a variable matters.</param>
    /// <param name="columns">Receives the new columns.</param>
    /// <returns>Class combination → column.</returns>
    /// <exception cref="InvalidOperationException">The clique has more combinations than <see cref="Limit"/>.</exception>
    public static Dictionary<AtomKey, int> Merge(
        int clique, CliqueTree tree, ClassPartition classes, ClassMask[] cells, ClassMask[] forbidden, Relevance relevance, List<Column> columns)
    {
        var variables = tree.Cliques[clique];
        var size = variables.Aggregate(1L, (s, v) => s * classes.Count(v));
        if (size > Limit)
        {
            throw new InvalidOperationException($"A table set joins {variables.Length} variables in {size} combinations; the limit is {Limit}.");
        }

        var inside = forbidden.Where(f => f.Variables.All(variables.Contains)).ToArray();
        var separators = new[] { tree.Separators[clique] }
            .Concat(Enumerable.Range(0, tree.Cliques.Length).Where(c => tree.Parents[c] == clique).Select(c => tree.Separators[c]))
            .SelectMany(s => s).Distinct().Select(v => Array.IndexOf(variables, v)).ToArray();
        var merged = new Dictionary<string, int>(StringComparer.Ordinal);
        var columnOf = new Dictionary<AtomKey, int>();
        var combination = new int[variables.Length];
        for (var i = 0L; i < size; i++)
        {
            Decode(i, variables, classes, combination);
            if (inside.Any(f => f.Contains(variables, combination)))
            {
                continue;
            }

            // Where a variable does not matter, one class in which such a person may exist is enough.
            var matters = relevance.Canonical(variables, combination);
            var key = new AtomKey([.. combination]);
            if (columnOf.ContainsKey(key))
            {
                continue;
            }

            // Combinations in which different variables matter are not merged, though no cell tells them apart: a person is placed by what matters.
            var signature = string.Concat(matters.Select(m => m ? '1' : '0')) + string.Concat(cells.Select(c => c.Contains(variables, combination) ? '1' : '0'))
                + string.Join(',', separators.Select(s => combination[s]));
            if (!merged.TryGetValue(signature, out var column))
            {
                column = columns.Count;
                merged.Add(signature, column);
                columns.Add(new Column(clique, [.. combination], matters));
            }

            columnOf.Add(key, column);
        }

        return columnOf;
    }

    private static void Decode(long index, int[] variables, ClassPartition classes, int[] combination)
    {
        for (var v = variables.Length - 1; v >= 0; v--)
        {
            var count = classes.Count(variables[v]);
            combination[v] = (int)(index % count);
            index /= count;
        }
    }
}
