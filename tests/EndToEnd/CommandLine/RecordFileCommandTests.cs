using System.Text.Json;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.CommandLine;

/// <summary>The contract of <c>anonymize</c> and <c>risk</c>, asked of the real program.</summary>
[Trait("culture", "last")]
public sealed class RecordFileCommandTests : IDisposable
{
    private const string Records = "id,city,age,secret\n1,A,31,x\n2,A,32,y\n3,B,38,x\n4,B,39,x\n5,C,71,z\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("records-");

    public RecordFileCommandTests()
    {
        Write("records.csv", Records);
        Write("city.csv", "A,AB,*\nB,AB,*\nC,C,*\n");
        Write("age.csv", "31,30-39,*\n32,30-39,*\n38,30-39,*\n39,30-39,*\n71,70-79,*\n");
        Write("short.csv", "A,*\nB,*\n");
        Write("ragged.csv", "id,city,age,secret\n1,A\n");
        Write("two.csv", "A,x,*\nB,y,1\nC,y,2\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("csv", "")]
    [InlineData("parquet", "")]
    [InlineData("arrow", "--recoding local")]
    [InlineData("csv", "--recoding cells --metric loss-arithmetic")]
    public async Task Anonymize_WritesAFileThatHoldsAndItsReport(string ending, string more)
    {
        var process = Process();
        var code = await process.RunAsync(Line($"anonymize --input records.csv --hierarchy city=city.csv age=age.csv --sensitive secret --drop id --k 2 --suppression-limit 0.2 --output out.{ending} --report out.json {more}"));
        Assert.True(code == 0, process.Error);
        using var report = Json("out.json");
        Assert.Equal(1, report.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(5, report.RootElement.GetProperty("rows").GetInt32());
        Assert.True(report.RootElement.GetProperty("smallestClass").GetInt32() >= 2);
        Assert.Equal(more.Contains("--recoding", StringComparison.Ordinal) ? JsonValueKind.Null : JsonValueKind.Object, report.RootElement.GetProperty("levels").ValueKind);
        foreach (var name in new[] { "metricValue", "suppressedRows", "suppressedCells", "distinctTuples", "classes", "nodesChecked", "risks", "searchSeconds", "totalSeconds", "peakMb" })
        {
            Assert.True(report.RootElement.TryGetProperty(name, out _), name);
        }

        // The program itself is the other program that reads the file: nobody is alone in it.
        Assert.Equal(0, await process.RunAsync(Line($"risk --input out.{ending} --key city age --sensitive secret --out risk")));
        using var risk = Json("risk/risk.json");
        Assert.All(risk.RootElement.GetProperty("rows").EnumerateArray(), row => Assert.True(row.GetProperty("frequency").GetInt32() >= 2));
    }

    [Fact]
    public async Task SuppressedRecords_AreLeftOutOrShowNothing()
    {
        const string line = "anonymize --input records.csv --hierarchy city=city.csv age=age.csv --keep secret id --k 4 --suppression-limit 0.2 --metric precision --output";
        Assert.Equal(0, await Process().RunAsync(Line(line + " out.csv")));
        Assert.Equal("id,city,age,secret\n1,AB,30-39,x\n2,AB,30-39,y\n3,AB,30-39,x\n4,AB,30-39,x\n", Read("out.csv"));
        Assert.Equal(0, await Process().RunAsync(Line(line + " all.csv --keep-suppressed --repeat 3")));
        Assert.Equal("id,city,age,secret\n1,AB,30-39,x\n2,AB,30-39,y\n3,AB,30-39,x\n4,AB,30-39,x\n*,*,*,*\n", Read("all.csv"));
    }

    [Theory]
    [InlineData("csv", "")]
    [InlineData("csv", "--keep-suppressed")]
    [InlineData("parquet", "--recoding local")]
    [InlineData("arrow", "--recoding cells")]
    public async Task SeveralValuesInACell_AreSets(string ending, string more)
    {
        Write("sets.csv", "sectors,means\nTOU|CON,x;y\nCON| TOU,y;z\n,x;z\n|,y\nFSH,x\nTOU|CON|TOU,z;z\n");
        Write("sectors.csv", "CON,land\nTOU,land\nFSH,sea\n");
        var process = Process();
        Assert.True(0 == await process.RunAsync(Line($"anonymize --input sets.csv --hierarchy sectors=sectors.csv --sensitive means --multiple sectors=| means=; --k 2 --l 2 --suppression-limit 0.5 --output out.{ending} --report out.json {more}")), process.Error);
        using var report = Json("out.json");
        Assert.Equal((2, 1), (report.RootElement.GetProperty("classes").GetInt32(), report.RootElement.GetProperty("suppressedRows").GetInt32()));
        if (ending == "csv")
        {
            Assert.Equal($"sectors,means\nCON|TOU,x;y\nCON|TOU,y;z\n,x;z\n,y\n{(more.Length > 0 ? "*,*\n" : "")}CON|TOU,z\n", Read("out.csv"));
        }

        Assert.Equal(0, await process.RunAsync(Line($"risk --input out.{ending} --key sectors --sensitive means --multiple sectors=| means=; --out risk")));
        using var risk = Json("risk/risk.json");
        Assert.Equal(2, risk.RootElement.GetProperty("classes").GetInt32() - (more.Length > 0 && ending == "csv" ? 1 : 0));
    }

    [Theory]
    [InlineData(4, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 6")]
    [InlineData(4, "--input records.csv --hierarchy city=city.csv --drop id age --sensitive secret --k 2 --l 4")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age --k 2")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret town --k 2")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret city --k 2")]
    [InlineData(2, "--input records.csv --hierarchy city --drop id age secret --k 2")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 0")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --suppression-limit 2%")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --metric height")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --l 2")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --k-map 2")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age --sensitive secret --k 2 --t 0.2 --t-distance hierarchical")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --recoding local --metric aecs")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --metric aecs --frontier more.html")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --rare city")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --rare age=3")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --rare city+city=3")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --rare city=3 --recoding local")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --sloppy")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --multiple age=|")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --multiple city=||")]
    [InlineData(2, "--input records.csv --hierarchy city=city.csv --drop id age --sensitive secret --k 2 --entropy-l 2 --multiple secret=|")]
    [InlineData(3, "--input records.csv --hierarchy city=city.csv --drop id age secret --k 2 --multiple city=B")]
    [InlineData(3, "--input none.csv --hierarchy city=city.csv --drop id age secret --k 2")]
    [InlineData(3, "--input ragged.csv --hierarchy city=city.csv --drop id age secret --k 2")]
    [InlineData(3, "--input records.csv --hierarchy city=short.csv --drop id age secret --k 2")]
    [InlineData(3, "--input records.csv --hierarchy city=two.csv --drop id age secret --k 2")]
    [InlineData(3, "--input records.csv --hierarchy city=none.csv --drop id age secret --k 2")]
    public async Task WhatCannotBeDone_EndsWithItsCodeAndWritesNothing(int code, string line)
    {
        var process = Process();
        Assert.Equal(code, await process.RunAsync(Line("anonymize --lang tr --output out.csv --report out.json " + line)));
        Assert.NotEqual("", process.Error);
        Assert.Equal("", process.Output);
        Assert.DoesNotContain("Unexpected", process.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFiles("out.*"));
    }

    [Fact]
    public async Task Population_CountsForTheJournalist()
    {
        Write("people.csv", string.Concat(Enumerable.Repeat("city\nA\nA\nA\nB\nC\nC\n".Replace("city\n", "", StringComparison.Ordinal), 2)).Insert(0, "city\n"));
        Assert.Equal(0, await Process().RunAsync(Line("anonymize --input records.csv --hierarchy city=city.csv --drop id age secret --population people.csv --k 1 --k-map 4 --suppression-limit 0 --output out.csv --report out.json")));
        using var report = Json("out.json");
        Assert.Equal(1, report.RootElement.GetProperty("levels").GetProperty("city").GetInt32());
        Assert.Equal(1 / 4.0, report.RootElement.GetProperty("risks").GetProperty("journalist").GetProperty("highest").GetDouble());
        Assert.Equal(1, report.RootElement.GetProperty("risks").GetProperty("prosecutor").GetProperty("highest").GetDouble());
    }

    [Fact]
    public async Task RareCombinations_AreMadeCoarserThanKAsks()
    {
        const string line = "anonymize --input records.csv --hierarchy city=city.csv age=age.csv --drop id secret --k 1 --suppression-limit 0 --output out.csv --report out.json --rare ";
        Assert.Equal(0, await Process().RunAsync(Line(line + "city=2")));
        Assert.Equal("city,age\n*,31\n*,32\n*,38\n*,39\n*,71\n", Read("out.csv"));
        Assert.Equal(0, await Process().RunAsync(Line(line + "city+age=4")));
        Assert.Equal("city,age\n*,*\n*,*\n*,*\n*,*\n*,*\n", Read("out.csv"));
    }

    [Fact]
    public async Task Frontier_HasEveryKThatCanBeReached_InAPictureATableAndTheReport()
    {
        Assert.Equal(0, await Process().RunAsync(Line("anonymize --input records.csv --hierarchy city=city.csv age=age.csv --drop id secret --k 4 --suppression-limit 0.2 --output out.csv --report out.json --frontier more.html --lang tr")));
        using var report = Json("out.json");
        var frontier = report.RootElement.GetProperty("frontier").EnumerateArray().ToArray();
        Assert.Equal([2, 3, 4, 5], frontier.Select(p => p.GetProperty("k").GetInt32()));
        Assert.Equal(report.RootElement.GetProperty("metricValue").GetDouble(), frontier[2].GetProperty("metricValue").GetDouble());
        Assert.Equal(frontier.Select(p => p.GetProperty("metricValue").GetDouble()).Order(), frontier.Select(p => p.GetProperty("metricValue").GetDouble()));
        var page = Read("more.html");
        Assert.Contains("<html lang=\"tr\">", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">5</th>", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/svg+xml;base64,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Risk_WritesFiguresAndAPageInTheCallersLanguage()
    {
        Assert.Equal(0, await Process().RunAsync(Line("risk --input records.csv --key city age --weight id --sensitive secret --out risk --lang tr")));
        using var risk = Json("risk/risk.json");
        Assert.Equal([1m, 2m, 3m, 4m, 5m], risk.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("populationFrequency").GetDecimal()));
        var page = Read("risk/risk.html");
        Assert.Contains("<html lang=\"tr\">", page, StringComparison.Ordinal);
        Assert.Contains("Kimler tanınabilir?", page, StringComparison.Ordinal);
        Assert.Contains("<svg role=\"img\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    private ReportingProcess Process() => new ReportingProcess().In(_folder.FullName);

    private static string[] Line(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));

    private JsonDocument Json(string name) => JsonDocument.Parse(Read(name));
}
