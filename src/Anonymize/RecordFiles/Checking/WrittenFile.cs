using System.Runtime.InteropServices;
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
        // Rows that show nothing are in class 0, which is none.
        var classOf = new int[Keys[0].Column.Rows];
        for (var row = 0; row < classOf.Length; row++)
        {
            classOf[row] = IsBlank(row) ? 0 : 1;
        }

        return models.Rare.All(rule => IsCommon(rule, (int[])classOf.Clone(), read))
            && Sizes(classOf, Keys, read).All(size => size >= models.K)
            && Sensitive.All(column => Diversity(column, classOf, classOf.DefaultIfEmpty().Max() + 1) >= (models.DistinctL ?? 1));
    }

    private bool IsCommon(RareRule rule, int[] classOf, Func<WrittenAttribute, int[]> read) =>
        Sizes(classOf, rule.Attributes.Select(attribute => Keys[attribute]), read).All(size => size >= rule.Least);

    /// <summary>Divides all rows by what is read in some columns.</summary>
    /// <returns>Rows of each class.</returns>
    private static IEnumerable<int> Sizes(int[] classOf, IEnumerable<WrittenAttribute> columns, Func<WrittenAttribute, int[]> read)
    {
        var sizes = new int[columns.Aggregate(2, (_, column) => Divide(classOf, column, read(column)))];
        foreach (var one in classOf)
        {
            sizes[one]++;
        }

        return sizes.Skip(1);
    }

    /// <summary>Divides classes by what is read in a column.</summary>
    /// <returns>The number of classes, the one that is none included.</returns>
    private static int Divide(int[] classOf, WrittenAttribute column, int[] reading)
    {
        var known = new Dictionary<long, int>();
        column.Each((first, codes) =>
        {
            for (var i = 0; i < codes.Length; i++)
            {
                if (classOf[first + i] is > 0 and var divided)
                {
                    ref var one = ref CollectionsMarshal.GetValueRefOrAddDefault(known, ((long)divided << 32) + reading[codes[i]], out var isKnown);
                    classOf[first + i] = one = isKnown ? one : known.Count;
                }
            }
        });

        return known.Count + 1;
    }

    private static int Diversity(WrittenAttribute column, int[] classOf, int classes)
    {
        var present = Enumerable.Range(0, classes).Select(_ => new HashSet<int>()).ToArray();
        column.Each((first, codes) =>
        {
            for (var i = 0; i < codes.Length; i++)
            {
                present[classOf[first + i]].Add(codes[i]);
            }
        });

        if (column.Delimiter is null)
        {
            return present.Skip(1).Select(codes => codes.Count).DefaultIfEmpty(int.MaxValue).Min();
        }

        var members = SetMembers.Of(Enumerable.Range(0, column.Column.Values.Count).Select(column.Values));
        return present.Skip(1).Select(codes => SetDiversity.Largest([.. codes.Select(code => members[code])])).DefaultIfEmpty(int.MaxValue).Min();
    }
}
