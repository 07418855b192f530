using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Sets;

namespace Anonymize.RecordFiles.Checking;

/// <summary>
/// A file as it was written, judged by what another program reads in it and by nothing of how it was made: texts as they stand, then sets whatever the order
/// and repetition of their values. Judged are the size of classes and the distinct values in them, which the file itself tells.
/// </summary>
public sealed class WrittenFile
{
    /// <summary>Key attributes; at least one.</summary>
    public required IReadOnlyList<WrittenAttribute> Keys { get; init; }

    public required IReadOnlyList<WrittenAttribute> Sensitive { get; init; }

    /// <summary>Rows that show nothing and so belong to no class.</summary>
    public required Func<int, bool> IsBlank { get; init; }

    public bool Holds(PrivacyModels models) =>
        Holds(models, column => column.Texts()) && (Keys.All(k => k.Delimiter is null) || Holds(models, column => column.Sets()));

    public override string ToString() => nameof(WrittenFile);

    private bool Holds(PrivacyModels models, Func<WrittenAttribute, int[]> read)
    {
        var rows = Enumerable.Range(0, Keys[0].Column.Rows).Where(row => !IsBlank(row)).ToArray();
        var classOf = new int[Keys[0].Column.Rows];
        var classes = Keys.Aggregate(1, (count, key) => Divide(classOf, read(key), rows));
        var sizes = new int[classes];
        foreach (var row in rows)
        {
            sizes[classOf[row]]++;
        }

        return (rows.Length == 0 || sizes.Min() >= models.K) && Sensitive.All(column => Diversity(column, classOf, classes, rows) >= (models.DistinctL ?? 1));
    }

    /// <summary>Divides classes by the codes of a column.</summary>
    /// <returns>The number of classes.</returns>
    private static int Divide(int[] classOf, int[] codes, int[] rows)
    {
        var known = new Dictionary<(int, int), int>();
        foreach (var row in rows)
        {
            var key = (classOf[row], codes[row]);
            known.TryAdd(key, known.Count);
            classOf[row] = known[key];
        }

        return known.Count;
    }

    private static int Diversity(WrittenAttribute column, int[] classOf, int classes, int[] rows)
    {
        var texts = column.Texts();
        var present = Enumerable.Range(0, classes).Select(_ => new HashSet<int>()).ToArray();
        foreach (var row in rows)
        {
            present[classOf[row]].Add(texts[row]);
        }

        if (column.Delimiter is null)
        {
            return present.Select(codes => codes.Count).DefaultIfEmpty(int.MaxValue).Min();
        }

        var members = SetMembers.Of(Enumerable.Range(0, column.Column.Values.Count).Select(column.Values));
        return present.Select(codes => SetDiversity.Largest([.. codes.Select(code => members[code])])).DefaultIfEmpty(int.MaxValue).Min();
    }
}
