using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>Makes the published column of a key attribute.</summary>
internal static class RecodedColumns
{
    public static RecodedColumn Of(Hierarchy hierarchy, TupleTable tuples, ClassRecoding recoding, int attribute)
    {
        var starts = new int[hierarchy.Levels];
        var labels = new List<string>();
        for (var level = 0; level < hierarchy.Levels; level++)
        {
            starts[level] = labels.Count;
            labels.AddRange(Enumerable.Range(0, hierarchy.Count(level)).Select(code => hierarchy.Label(level, code)));
        }

        labels.Add(RecodedFile.Blank);
        var labelOf = new int[tuples.Count];
        for (var t = 0; t < labelOf.Length; t++)
        {
            var group = recoding.ClassOf[t];
            var level = recoding.Levels[t][attribute];
            labelOf[t] = recoding.IsSuppressed[group] ? labels.Count - 1 : starts[level] + hierarchy.Code(level, tuples.Leaves[attribute][t]);
        }

        return new RecodedColumn(hierarchy.Name, labels, (first, codes) =>
        {
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = labelOf[tuples.TupleOfRow[first + i]];
            }
        });
    }
}
