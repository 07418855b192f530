using Anonymize.Planning;
using Publication.Tables;

namespace EndToEnd.Demonstration;

/// <summary>The declared categories of a one-way table with their persons, and every layout there is of them.</summary>
internal sealed class DeclaredAxis(AxisPlan plan, int[] persons)
{
    /// <summary>All in one row: no more than the Total.</summary>
    public int[][] Nothing => [[.. Enumerable.Range(0, persons.Length)]];

    public int[][] RowsOf(PublishedTable table) =>
        [.. table.Design.Axes[0].Rows.Where(r => !r.IsTotal).Select(r => r.Members.Select(PositionOf).Order().ToArray())];

    /// <summary>Sum over persons of the weight of their category ÷ categories in their row, per person.</summary>
    public double Worth(int[][] rows) =>
        rows.Sum(row => row.Sum(c => plan.Weights.GetValueOrDefault(plan.Declared[c].Code, 1) * persons[c] / row.Length)) / persons.Sum();

    public string Name(int[][] rows) => string.Join(' ', rows.Where(r => r.Length > 1).Select(r => string.Join('+', r.Select(c => plan.Declared[c].Code))));

    /// <summary>
    /// Each category alone or in one of so many pooled rows. Categories without anybody are pooled wherever anything is, so that standing in a
    /// pooled row does not say "at least one".
    /// </summary>
    public IEnumerable<int[][]> EveryLayout(int pools)
    {
        var row = new int[persons.Length];
        return Extend(0);

        IEnumerable<int[][]> Extend(int category)
        {
            if (category == persons.Length)
            {
                int[][] pooled = [.. Enumerable.Range(1, pools).Select(p => Enumerable.Range(0, row.Length).Where(c => row[c] == p).ToArray())];
                var isProper = pooled.All(p => p.Length != 1)
                    && (pooled.All(p => p.Length == 0) || row.Index().All(r => r.Item > 0 || persons[r.Index] > 0))
                    && pooled.Zip(pooled.Skip(1)).All(p => p.Second.Length == 0 || (p.First.Length > 0 && p.First[0] < p.Second[0]));
                if (isProper)
                {
                    yield return [.. pooled.Where(p => p.Length > 0), .. Enumerable.Range(0, row.Length).Where(c => row[c] == 0).Select(c => new[] { c })];
                }

                yield break;
            }

            for (row[category] = 0; row[category] <= pools; row[category]++)
            {
                foreach (var layout in Extend(category + 1))
                {
                    yield return layout;
                }
            }

            row[category] = 0;
        }
    }

    private int PositionOf(string code) => plan.Declared.Index().First(d => d.Item.Code == code).Index;
}
