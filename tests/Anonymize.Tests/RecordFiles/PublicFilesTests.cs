using System.IO.Compression;
using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Recoding;
using Anonymize.RecordFiles.Risks;
using Xunit;

namespace Anonymize.Tests.RecordFiles;

/// <summary>
/// O4: outcomes of another program on a public file, and a published file that counting protects and diversity does not. The files are not ours to give
/// away; the tests run where somebody has put them.
/// </summary>
public sealed class PublicFilesTests
{
    private const string Variable = "REPORTING_TEMPLATES";

    private static readonly string[] Keys = ["sex", "age", "race", "marital-status", "education", "native-country", "workclass", "salary-class"];

    [Theory]
    [InlineData(0.0, "0 4 1 2 3 2 0 0", 0.542210825407941, 0)]
    [InlineData(0.02, "0 3 0 2 2 1 1 0", 0.2464771552496603, 506)]
    [InlineData(1.0, "0 3 0 0 2 1 0 0", 0.1621326131666998, 2184)]
    public void Loss_OfAdult(double limit, string levels, double value, int suppressed) => Check(Measure.Loss, limit, levels, value, suppressed);

    [Theory]
    [InlineData(0.0, "0 4 1 2 3 2 0 0", 0.625, 0)]
    [InlineData(0.02, "0 3 0 2 2 1 1 0", 0.27716780110000006, 506)]
    public void ArithmeticLoss_OfAdult(double limit, string levels, double value, int suppressed) => Check(Measure.LossArithmetic, limit, levels, value, suppressed);

    [Fact]
    public void Discernibility_OfAdult() => Check(Measure.Discernibility, 0.02, "0 0 1 2 3 2 2 0", 9_268_952, 60);

    [Fact]
    public void AdultThreeTimes_HasTheSameOptimum() => Check(Measure.Loss, 0.02, "0 3 0 2 2 1 1 0", 0.2464771552496603, 3 * 506, times: 3);

    [Fact]
    public void LocalRecoding_OfAdult_LosesAThirdOfWhatOneLevelForAllDoes()
    {
        var file = Run(Measure.Loss, 0.02, 1, RecodingKind.Local)!;
        Assert.True(file.MetricValue <= 0.13, $"{file.MetricValue}");
        Assert.True(file.SmallestClass >= 5 && file.SuppressedRows <= 603);
    }

    [Fact]
    public void CountingProtectsTheseRecords_AndTellsWhatHappenedToThem()
    {
        using var reader = new StreamReader(Open("ctdc/ctdc_global_2020-04-14_7col_derived.csv.gz"));
        string[][] lines = [.. Lines(reader).Select(l => l.Split(','))];
        var header = lines[0];
        string[][] rows = [.. lines[1..].Where(l => l[Array.IndexOf(header, "CountryOfExploitation")] == "TR")];
        Assert.Equal(197, rows.Length);
        RecordColumn Column(string name) => RecordColumn.Of(name, [.. rows.Select(r => r[Array.IndexOf(header, name)])]);
        var risk = new RiskAssessor
        {
            Keys = [Column("gender"), Column("citizenship"), Column("CountryOfExploitation")],
            Sensitive = [new SensitiveColumn(Column("isSexualExploit"))],
        }.Assess(TestContext.Current.CancellationToken);
        Assert.True(risk.Frequencies.Min() >= 11);
        Assert.Equal((1, 197L), (risk.Sensitive[0].L, risk.Sensitive[0].HomogeneousRows));
    }

    private static void Check(Measure measure, double limit, string levels, double value, int suppressed, int times = 1)
    {
        var file = Run(measure, limit, times, RecodingKind.Global)!;
        Assert.Equal(value, file.MetricValue, 1e-9);
        Assert.Equal(levels, string.Join(' ', file.Levels!));
        Assert.Equal(suppressed, file.SuppressedRows);
    }

    private static RecodedFile? Run(Measure measure, double limit, int times, RecodingKind kind)
    {
        using var reader = new StreamReader(Open("adult/adult.csv.gz"));
        string[][] lines = [.. Lines(reader).Select(l => l.Split(';'))];
        string[][] rows = [.. Enumerable.Repeat(lines[1..], times).SelectMany(r => r)];
        var task = new RecordFileTask
        {
            Keys = [.. Keys.Select(k => (RecordColumn.Of(k, [.. rows.Select(r => r[Array.IndexOf(lines[0], k)])]), Tree(k)))],
            Models = new PrivacyModels { K = 5 * times },
            Measure = measure,
            SuppressionLimit = (decimal)limit,
            Recoding = kind,
        };
        Assert.True(RecordFileEngine.TryMake(task, out var engine, out var fault), fault.ToString());
        return engine.Run(TestContext.Current.CancellationToken);
    }

    private static Hierarchy Tree(string name)
    {
        using var reader = new StreamReader(Open($"adult/adult_hierarchy_{name}.csv"));
        string[][] rows = [.. Lines(reader).Select(l => l.Split(';'))];
        return Hierarchy.TryMake(name, [.. Enumerable.Range(0, rows[0].Length).Select(level => rows.Select(r => r[level]).ToArray())], out var tree, out var fault)
            ? tree
            : throw new InvalidOperationException(fault.ToString());
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static Stream Open(string name)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        var path = Path.Combine(folder ?? "", name);
        Assert.SkipUnless(folder is not null && File.Exists(path), $"set {Variable} to a folder with {name}");
        Stream file = File.OpenRead(path);
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
