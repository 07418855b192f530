using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>
/// Makes classes finer until none can be: one attribute of one class is lowered by one level, and the class falls apart into its child categories. Children
/// that may stand alone do; those that may not stay together under the parent's category, with as many others as they need. The attribute that gains most
/// goes first.
/// </summary>
internal sealed class Specialiser(TupleTable tuples, IReadOnlyList<Hierarchy> hierarchies, TupleJudge judge)
{
    // A level that changes no published value is passed: the one below it may.
    private const double LeastGain = 1e-9;

    private readonly Dictionary<int, List<int>> _children = [];

    /// <param name="classes">Classes that hold.</param>
    /// <param name="weights">By attribute, what a leaf less under a published value is worth.</param>
    /// <param name="cancellationToken">Looked at class by class.</param>
    public List<RecodingClass> Run(IEnumerable<RecodingClass> classes, double[] weights, CancellationToken cancellationToken)
    {
        var open = new Stack<RecodingClass>(classes);
        var done = new List<RecodingClass>();
        while (open.TryPop(out var one))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Best(one, weights) is { } parts)
            {
                foreach (var part in parts)
                {
                    open.Push(part);
                }
            }
            else
            {
                done.Add(one);
            }
        }

        return done;
    }

    private List<RecodingClass>? Best(RecodingClass one, double[] weights)
    {
        List<RecodingClass>? best = null;
        double most = 0;
        for (var j = 0; j < hierarchies.Count; j++)
        {
            if (one.Levels[j] > 0 && Split(one, j) is { } split && split.Gain * weights[j] is var gain && gain > most)
            {
                (best, most) = (split.Parts, gain);
            }
        }

        return best;
    }

    /// <returns>The parts and the leaves fewer under published values, by record; null where no child can stand alone.</returns>
    private (List<RecodingClass> Parts, double Gain)? Split(RecodingClass one, int attribute)
    {
        var hierarchy = hierarchies[attribute];
        var level = one.Levels[attribute] - 1;
        _children.Clear();
        foreach (var tuple in one.Tuples)
        {
            var code = hierarchy.Code(level, tuples.Leaves[attribute][tuple]);
            if (!_children.TryGetValue(code, out var members))
            {
                _children.Add(code, members = []);
            }

            members.Add(tuple);
        }

        var children = _children.Select(c => (Code: c.Key, Tuples: c.Value.ToArray(), Size: judge.Size(c.Value.ToArray()))).OrderByDescending(c => c.Size).ThenBy(c => c.Code).ToList();
        var alone = children.Where(c => judge.Holds(c.Tuples)).ToList();
        var rest = children.Except(alone).SelectMany(c => c.Tuples).ToList();
        while (rest.Count > 0 && alone.Count > 0 && !judge.Holds(rest.ToArray()))
        {
            rest.AddRange(alone[^1].Tuples);
            alone.RemoveAt(alone.Count - 1);
        }

        if (alone.Count == 0)
        {
            return null;
        }

        var parts = new List<RecodingClass>();
        double gain = 0;
        var parent = hierarchy.Size(level + 1, hierarchy.Code(level + 1, tuples.Leaves[attribute][one.Tuples[0]]));
        var levels = (int[])one.Levels.Clone();
        levels[attribute] = level;
        foreach (var child in alone)
        {
            parts.Add(new RecodingClass(child.Tuples, levels));
            gain += (double)child.Size * (parent - hierarchy.Size(level, child.Code));
        }

        if (rest.Count > 0)
        {
            rest.Sort();
            parts.Add(new RecodingClass([.. rest], one.Levels));
        }

        return (parts, Math.Max(gain, LeastGain));
    }
}
