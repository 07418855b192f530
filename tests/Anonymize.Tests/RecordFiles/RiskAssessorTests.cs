using System.Globalization;
using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Risks;
using CsCheck;
using Xunit;

namespace Anonymize.Tests.RecordFiles;

public sealed class RiskAssessorTests
{
    private static readonly string[][] Eight =
    [
        ["1", "2", "5", "1", "18"], ["1", "2", "1", "1", "45.5"], ["1", "2", "1", "1", "39"], ["3", "3", "1", "5", "17"],
        ["4", "3", "1", "4", "541"], ["4", "3", "1", "1", "8"], ["6", "2", "1", "5", "5"], ["1", "2", "5", "1", "92"],
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EightKnownRecords_HaveTheirKnownFigures(int most)
    {
        var risk = Assess(Eight, weighted: true, most);
        Assert.Equal([2, 2, 2, 1, 1, 1, 1, 2], ByRow(risk, risk.Frequencies));
        Assert.Equal([110m, 84.5m, 84.5m, 17m, 541m, 8m, 5m, 110m], ByRow(risk, risk.PopulationFrequencies));
        Assert.Equal([0d, 0, 0, 8, 6, 4, 8, 0], ByRow(risk, risk.SudaScores));
    }

    [Fact]
    public void Dis_SpreadsTheExpectedMatchesByScore()
    {
        var risk = Assess(Eight, weighted: true, 3);
        var fraction = 8 / 765.5;
        Assert.Equal(fraction, risk.SamplingFraction, 1e-12);

        // Four are alone, two pairs: 4 f ÷ (4 f + 4 (1 − f)) = f, shared out by scores of 26 in all.
        Assert.Equal(8 / 26.0 * 4 * fraction, ByRow(risk, risk.SudaDis)[3], 1e-12);
        Assert.Equal(0, ByRow(risk, risk.SudaDis)[0]);
    }

    [Fact]
    public void MinimalUniques_AreThoseOfEveryNamedSet() =>
        (from attributes in Gen.Int[1, 6] from rows in Gen.Int[0, 3].Array[attributes].Array[1, 25] from most in Gen.Int[1, 6] select (attributes, rows, most)).Sample(
            some =>
            {
                var risk = Assess([.. some.rows.Select(r => r.Select(c => c.ToString(CultureInfo.InvariantCulture)).ToArray())], weighted: false, some.most);
                Assert.Equal(some.rows.Select(row => Score(some.rows, row, some.most)), ByRow(risk, risk.SudaScores));
                Assert.Equal(1, risk.Contributions.Sum() + (risk.SudaScores.Sum() > 0 ? 0 : 1), 1e-9);
            },
            iter: 2000);

    [Fact]
    public void Summary_IsThatOfTheDefinitions()
    {
        // Classes of 1, 2 and 5 records; 10, 2 and 50 persons.
        var risks = RiskSummary.Of([1, 2, 5], [10, 2, 50]);
        Assert.Equal(new RiskFigures(1, 3 / 8.0, 3 / 8.0), risks.Prosecutor);
        Assert.Equal(new RiskFigures(0.5, Math.Max(3 / 62.0, (0.1 + 1 + 0.1) / 8), 2 / 8.0), risks.Journalist);
        Assert.Equal((0.1 + 1 + 0.1) / 8, risks.Marketer, 1e-12);
        Assert.Equal(1 / 8.0, risks.Unique);
    }

    [Fact]
    public void ClassThatSharesItsSecret_IsFlaggedHoweverLarge()
    {
        string[] keys = [.. Enumerable.Repeat("TR", 20), .. Enumerable.Repeat("XX", 20)];
        string[] secrets = [.. Enumerable.Repeat("1", 20), .. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? "0" : "1")];
        var risk = new RiskAssessor { Keys = [RecordColumn.Of("k", keys)], Sensitive = [new SensitiveColumn(RecordColumn.Of("s", secrets))] }.Assess(TestContext.Current.CancellationToken);
        Assert.Equal(new SensitiveSummary("s", 1, 1, 20), Assert.Single(risk.Sensitive));
        Assert.Equal(1 / 20.0, risk.Risks.Prosecutor.Highest);
    }

    private static T[] ByRow<T>(RiskAssessment risk, IReadOnlyList<T> byClass) => [.. Enumerable.Range(0, risk.Rows).Select(row => byClass[risk.ClassOf(row)])];

    private static RiskAssessment Assess(string[][] rows, bool weighted, int most)
    {
        var keys = rows[0].Length - (weighted ? 1 : 0);
        var weight = RecordColumn.Of("w", [.. rows.Select(r => r[^1])]);
        return new RiskAssessor
        {
            Keys = [.. Enumerable.Range(0, keys).Select(j => RecordColumn.Of($"k{j}", [.. rows.Select(r => r[j])]))],
            Weights = weighted ? (weight, [.. weight.Values.Select(v => decimal.Parse(v, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))]) : null,
            SudaMost = most,
        }.Assess(TestContext.Current.CancellationToken);
    }

    // Every set of attributes by its names, the definition word for word.
    private static double Score(int[][] rows, int[] row, int most)
    {
        var attributes = row.Length;
        bool Alone(int[] set) => rows.Count(other => set.All(j => other[j] == row[j])) == 1;
        var sets = Enumerable.Range(1, (1 << attributes) - 1).Select(bits => Enumerable.Range(0, attributes).Where(j => (bits & (1 << j)) != 0).ToArray());
        return sets.Where(set => set.Length <= most && Alone(set) && set.All(left => set.Length == 1 || !Alone([.. set.Where(j => j != left)])))
            .Sum(set => Enumerable.Range(set.Length, Math.Max(0, Math.Min(most, attributes - 1) - set.Length + 1)).Aggregate(1.0, (product, i) => product * (attributes - i)));
    }
}
