using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>Classes as a reader of the file sees them: tuples with the same labels are in one, whichever levels the labels come from.</summary>
internal static class PublishedClasses
{
    private const char Between = '\u001f';

    /// <param name="levels">By tuple.</param>
    /// <param name="isSuppressed">By tuple; all that are suppressed are one class.</param>
    /// <param name="tuples">The records.</param>
    /// <param name="hierarchies">By attribute.</param>
    public static ClassRecoding Of(IReadOnlyList<int[]> levels, Func<int, bool> isSuppressed, TupleTable tuples, IReadOnlyList<Hierarchy> hierarchies)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var classOf = new int[tuples.Count];
        var suppressed = new List<bool>();
        var sizes = new List<int>();
        for (var t = 0; t < classOf.Length; t++)
        {
            var isGone = isSuppressed(t);
            var labels = isGone ? "" : Between + string.Join(Between, hierarchies.Select((h, j) => h.Label(levels[t][j], h.Code(levels[t][j], tuples.Leaves[j][t]))));
            if (!numbers.TryGetValue(labels, out classOf[t]))
            {
                numbers.Add(labels, classOf[t] = sizes.Count);
                suppressed.Add(isGone);
                sizes.Add(0);
            }

            sizes[classOf[t]] += tuples.Weights[t];
        }

        return new ClassRecoding(classOf, levels, [.. suppressed], [.. sizes]);
    }
}
