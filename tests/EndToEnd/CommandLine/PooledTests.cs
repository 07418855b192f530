using System.Text;
using System.Text.Json;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.CommandLine;

/// <summary><c>"layout": "pool"</c>, asked of the real program.</summary>
[Trait("culture", "last")]
public sealed class PooledTests : IDisposable
{
    private const string Rows = """
        izmir,Ege,farm,12
        izmir,Ege,care,7
        ıhlara,İç,farm,1
        ıhlara,İç,care,2
        İnegöl,Ege,farm,2
        İnegöl,Ege,care,0
        Iğdır,İç,farm,3
        Iğdır,İç,care,0
        şile,Marmara,farm,14
        şile,Marmara,care,9
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("reporting-pools-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Pools_ArePublishedAndVerifiedAndForgeriesRefused()
    {
        Write("cases.csv", "town,region,sector,count\n" + Rows + "\n");
        Write("spec.json", Spec("town"));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "spec.json", "--out", "out", "--quiet"));
        var csv = Path.Combine(_folder, "out", "published", "towns.csv");
        var tables = Path.Combine(_folder, "out", "published", "tables.json");
        var pool = string.Join('+', new[] { "Iğdır", "İnegöl", "ıhlara" }.Order(StringComparer.Ordinal));
        Assert.Equal(["town,value,status", $"{pool},8,", "izmir,19,", "şile,23,", "Total,50,"], File.ReadAllLines(csv));
        using (var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "out", "private", "summary.json"))))
        {
            Assert.Equal(Math.Round((42 + (8 / 3.0)) / 50, 4), summary.RootElement.GetProperty("detail").GetProperty("towns").GetDouble());
            Assert.Equal(Math.Round(42 / 50.0, 4), summary.RootElement.GetProperty("tables")[0].GetProperty("personsShownShare").GetDouble());
            Assert.Equal("every", summary.RootElement.GetProperty("layouts").GetProperty("reach").GetString());
            Assert.Equal("complete", summary.RootElement.GetProperty("publicProof").GetString());
        }

        string[] check = ["verify", "out", "--input", "cases.csv", "--spec", "spec.json"];
        Assert.Equal((0, ""), await RunAsync(check));
        Assert.Equal(0, (await RunAsync("attack", Path.Combine("out", "published"), "--k", "5")).Code);

        // A row that says of itself that it holds fewer, a figure one off, and no layout at all.
        var (listed, figures) = (File.ReadAllText(tables), File.ReadAllText(csv));
        foreach (var (file, from, to) in new[] { (tables, "\"İnegöl\",", ""), (csv, ",8,", ",7,"), (tables, "\"variable\": \"town\"", "\"variable\": \"sector\"") })
        {
            var text = File.ReadAllText(file);
            Assert.Contains(from, text, StringComparison.Ordinal);
            File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
            Assert.Equal(4, (await RunAsync(check)).Code);
            File.WriteAllText(tables, listed);
            File.WriteAllText(csv, figures);
        }
    }

    /// <summary>The public proof has a change for each hidden cell and for what its base has small within rows; with another number it is none.</summary>
    [Fact]
    public async Task PublicProof_SpeaksOfWhatIsWithinRows()
    {
        Write("cases.csv", "town,region,sector,count\n" + string.Join('\n', new[] { "a,x,s,30", "a,x,t,1", "b,x,s,1", "c,x,t,14", "c,x,s,3", "d,x,t,6", "e,x,t,4", "f,x,s,3", "g,x,s,12", "h,x,t,7", "h,x,s,5", "i,x,s,0" }) + "\n");
        Write("spec.json", Spec("town").Replace("\"tables\": [", "\"tables\": [ { \"id\": \"crossed\", \"by\": [\"town\", \"sector\"] },", StringComparison.Ordinal));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "spec.json", "--out", "out", "--quiet"));
        var proof = Path.Combine(_folder, "out", "published", "proof.json");
        var proved = File.ReadAllText(proof);
        using var document = JsonDocument.Parse(proved);
        Assert.Equal("complete", document.RootElement.GetProperty("publicProof").GetString());
        Assert.Equal((0, ""), await RunAsync("verify", "out"));
        foreach (var change in document.RootElement.GetProperty("cells").EnumerateArray().SelectMany(c => c.GetProperty("changes").EnumerateArray()).Select(c => c.GetRawText()).Distinct().Take(2))
        {
            File.WriteAllText(proof, proved.Replace(change, change[..change.LastIndexOf(',')] + ",1000]", StringComparison.Ordinal));
            Assert.Equal(4, (await RunAsync("verify", "out")).Code);
        }

        Assert.True(document.RootElement.GetProperty("cells").GetArrayLength() > 0);
    }

    [Fact]
    public async Task OrderOfRowsAndTheCulture_DoNotChangeWhatIsPublished()
    {
        Write("cases.csv", "town,region,sector,count\n" + Rows + "\n");
        Write("other.csv", "sector,count,region,town\n" + string.Join('\n', Rows.ReplaceLineEndings("\n").Split('\n').Select(r => r.Split(',')).Reverse().Select(c => $"{c[2]},{c[3]},{c[1]},{c[0]}")) + "\n");
        Write("spec.json", Spec("town", "sector"));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "spec.json", "--out", "one", "--quiet"));
        var turkish = new ReportingProcess().In(_folder).With("LANG", "tr_TR.UTF-8").With("LC_ALL", "tr_TR.UTF-8");
        Assert.Equal(0, await turkish.RunAsync("protect", "--input", "other.csv", "--count", "count", "--spec", "spec.json", "--out", "two", "--quiet"));
        foreach (var file in new[] { "towns.csv", "tables.json", "proof.json" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "one", "published", file)), File.ReadAllBytes(Path.Combine(_folder, "two", "published", file)));
        }
    }

    /// <summary>The two towns of the interior are its members and few; a row of just these is called by its name.</summary>
    [Fact]
    public async Task GroupForItsMembers_BearsItsOwnName()
    {
        Write("cases.csv", "town,region,sector,count\n" + Rows.Replace("ıhlara,İç,care,2", "ıhlara,İç,care,5", StringComparison.Ordinal).Replace("İnegöl,Ege,farm,2", "İnegöl,Ege,farm,12", StringComparison.Ordinal) + "\n");
        Write("spec.json", Spec("town"));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "spec.json", "--out", "out", "--quiet"));
        Assert.Contains("İç,9,", File.ReadAllLines(Path.Combine(_folder, "out", "published", "towns.csv")));
        Assert.Equal((0, ""), await RunAsync("verify", "out", "--input", "cases.csv", "--spec", "spec.json"));
    }

    [Theory]
    [InlineData("--value", "", "layout")]
    [InlineData("--value", ", \"pPercent\": { \"p\": 10 }", "variables[0].layout")]
    [InlineData("--count", ", \"csot\": 1", "rules.csot")]
    public async Task WhatCannotBePooled_IsSaidAndNothingIsWritten(string measure, string rule, string names)
    {
        Write("cases.csv", "town,region,sector,count\n" + Rows + "\n");
        Write("spec.json", Spec("town").Replace("\"band\"", "\"band\"" + rule, StringComparison.Ordinal).Replace("\"tables\"", "\"partner\": \"sector\", \"tables\"", StringComparison.Ordinal));
        var (code, error) = await RunAsync("protect", "--input", "cases.csv", measure, "count", "--spec", "spec.json", "--out", "out");
        Assert.Equal(2, code);
        Assert.Contains(names, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    private static string Spec(params string[] by) => $$"""
        { "schemaVersion": 1,
          "variables": [ { "name": "town", "role": "identifying", "parents": [["region"]], "layout": "pool" }, { "name": "sector", "role": "sensitive" } ],
          "tables": [ { "id": "towns", "by": [{{string.Join(", ", by.Select(b => $"\"{b}\""))}}] } ],
          "rules": { "k": 5, "level": "band" } }
        """;

    private void Write(string name, string text) => File.WriteAllBytes(Path.Combine(_folder, name), Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    /// <summary>Exit code, and what was said on standard error but for the note on private files in clear.</summary>
    private async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        var process = new ReportingProcess().In(_folder);
        var code = await process.RunAsync([.. arguments, "--lang", "en"]);
        return (code, string.Join('\n', process.Error.Split('\n').Where(l => l.Length > 0 && !l.StartsWith("The files in ", StringComparison.Ordinal))));
    }
}
