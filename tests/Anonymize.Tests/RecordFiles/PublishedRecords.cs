using Anonymize.RecordFiles;
using Xunit;

namespace Anonymize.Tests.RecordFiles;

/// <summary>Looks at what is published as another program would: labels by row, nothing else.</summary>
internal static class PublishedRecords
{
    public static string[][] Labels(RecodedFile file) =>
    [
        .. file.Columns.Select(column =>
        {
            var codes = new int[file.Rows];
            column.Read(0, codes);
            return codes.Select(code => column.Values[code]).ToArray();
        }),
    ];

    public static void Check(SomeRecords records, RecodedFile file)
    {
        var labels = Labels(file);
        var kept = Enumerable.Range(0, file.Rows).Where(row => !file.IsSuppressed(row)).ToArray();
        Assert.Equal(file.Rows - kept.Length, file.SuppressedRows);
        foreach (var row in kept)
        {
            for (var j = 0; j < labels.Length; j++)
            {
                Assert.Contains(labels[j][row], records.Trees[j][records.Rows[row][j]].Append(RecodedFile.Blank));
            }
        }

        Assert.All(Enumerable.Range(0, file.Rows).Except(kept), row => Assert.All(labels, column => Assert.Equal(RecodedFile.Blank, column[row])));
        var classes = kept.GroupBy(row => string.Join('|', labels.Select(column => column[row])), StringComparer.Ordinal).ToArray();
        Assert.Equal(file.Classes, classes.Length);
        Assert.Equal(file.SmallestClass, classes.Select(c => c.Count()).DefaultIfEmpty().Min());
        Assert.All(classes, c => Assert.True(c.Count() >= records.Models.K));
        foreach (var rule in records.Models.Rare)
        {
            Assert.All(kept.GroupBy(row => string.Join('|', rule.Attributes.Select(j => labels[j][row])), StringComparer.Ordinal), c => Assert.True(c.Count() >= rule.Least));
        }

        Assert.All(classes, c => Assert.True(c.Select(row => records.Sensitive[row]).Distinct().Count() >= (records.Models.DistinctL ?? 1)));
    }
}
