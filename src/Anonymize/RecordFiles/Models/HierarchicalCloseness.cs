using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Models;

/// <summary>
/// t-closeness on a tree: the cost of moving mass where the distance of two values is the level of their lowest common category ÷ height. On a tree that
/// is Σ over categories below the top of |mass in excess| ÷ (2 × height), each edge having half a level's length.
/// </summary>
internal sealed class HierarchicalCloseness(double t, int[] all, Hierarchy hierarchy, int[] leaves) : Closeness(t, all)
{
    private readonly long[][] _excess = [.. Enumerable.Range(0, hierarchy.Levels).Select(level => new long[hierarchy.Count(level)])];

    // Where the top level has several categories, the whole is a category above them.
    private readonly int _height = Math.Max(1, hierarchy.Count(hierarchy.Top) == 1 ? hierarchy.Top : hierarchy.Levels);

    protected override double Scale => 2 * _height;

    protected override double Moved(ReadOnlySpan<int> histogram, int size)
    {
        double sum = 0;
        for (var level = 0; level < Math.Min(_height, hierarchy.Levels); level++)
        {
            var excess = _excess[level];
            Array.Clear(excess);
            for (var value = 0; value < histogram.Length; value++)
            {
                excess[hierarchy.Code(level, leaves[value])] += Excess(histogram, size, value);
            }

            foreach (var mass in excess)
            {
                sum += Math.Abs(mass);
            }
        }

        return sum;
    }
}
