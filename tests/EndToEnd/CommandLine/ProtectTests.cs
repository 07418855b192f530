using System.Text;
using System.Text.Json;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.CommandLine;

/// <summary>The verb <c>protect</c> and what <c>verify</c> says of its folder, asked of the real program.</summary>
[Trait("culture", "last")]
public sealed class ProtectTests : IDisposable
{
    private const string Rows = """
        Ada,North,farm,12
        Ada,North,care,3
        Ada,North,shop,7
        Bor,North,farm,9
        Bor,North,care,6
        Bor,North,shop,2
        Cay,South,farm,4
        Cay,South,care,11
        Cay,South,shop,8
        Dağ,South,farm,15
        Dağ,South,care,5
        Dağ,South,shop,6
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("reporting-protect-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Tables_ArePublishedAndVerifiedAndForgeriesRefused()
    {
        Write("cases.csv", "district,county,sector,count\n" + Rows + "\n");
        Write("spec.json", Spec());
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "spec.json", "--out", "out", "--quiet"));
        var lines = File.ReadAllLines(Path.Combine(_folder, "out", "published", "sectors.csv"));
        Assert.Equal("district,sector,value,status", lines[0]);
        Assert.Equal(28, lines.Length - 1);
        Assert.Contains("Ada,care,,c", lines);
        Assert.Equal("Total,Total,88,", lines[^1]);
        using (var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "out", "private", "summary.json"))))
        {
            Assert.True(summary.RootElement.GetProperty("certified").GetBoolean());
            Assert.Equal(3, summary.RootElement.GetProperty("primaries").GetInt32());
            Assert.Equal(lines.Count(l => l.EndsWith(",c", StringComparison.Ordinal)) - 3, summary.RootElement.GetProperty("secondaries").GetInt32());
            Assert.Equal("complete", summary.RootElement.GetProperty("publicProof").GetString());
        }

        Assert.Equal((0, ""), await RunAsync("verify", "out", "--input", "cases.csv", "--spec", "spec.json"));
        var forged = Path.Combine(_folder, "out", "published", "sectors.csv");
        var text = File.ReadAllText(forged);
        File.WriteAllText(forged, text.Replace("Ada,Total,22", "Ada,Total,23", StringComparison.Ordinal));
        Assert.Equal(4, (await RunAsync("verify", "out")).Code);
        File.WriteAllText(forged, text.Replace("Ada,farm,,c", "Ada,farm,12,", StringComparison.Ordinal));
        Assert.Equal(4, (await RunAsync("verify", "out", "--input", "cases.csv", "--spec", "spec.json")).Code);
    }

    [Fact]
    public async Task OrderOfRowsAndTheKey_DoNotChangeWhatIsPublished()
    {
        Write("cases.csv", "district,county,sector,count\n" + Rows + "\n");
        Write("other.csv", "\uFEFFsector;count;county;district\r\n" + string.Join("\r\n", Rows.Split('\n').Select(r => r.TrimEnd().Split(',')).Reverse().Select(c => $"{c[2]};{c[3]};{c[1]};{c[0]}")) + "\r\n");
        Write("spec.json", Spec());
        var keys = Path.Combine(_folder, "keys");
        File.WriteAllText(keys, Ingest.Pseudonymise.KeyRing.NewText("one"));
        Assert.Equal(0, (await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "spec.json", "--out", "one")).Code);
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "other.csv", "--delimiter", ";", "--count", "count", "--spec", "spec.json", "--out", "two", "--key-file", keys, "--quiet"));
        foreach (var file in new[] { "sectors.csv", "proof.json" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "one", "published", file)), File.ReadAllBytes(Path.Combine(_folder, "two", "published", file)));
        }

        Assert.Equal("RPV1"u8.ToArray(), File.ReadAllBytes(Path.Combine(_folder, "two", "private", "certificate.bin"))[..4]);
        Assert.Equal("RPV1"u8.ToArray(), File.ReadAllBytes(Path.Combine(_folder, "two", "private", "summary.json"))[..4]);
        Assert.Equal((0, ""), await RunAsync("verify", "two", "--input", "other.csv", "--spec", "spec.json", "--key-file", keys));
    }

    /// <summary>No figure is small, and an office that reported all but one of them reads about the one it did not know.</summary>
    [Fact]
    public async Task WhatIsLeftToAPartner_IsHiddenAndMissedByVerifyWhereItIsShown()
    {
        Write("cases.csv", """
            district,county,sector,office,count
            Ada,North,farm,east,11
            Ada,North,farm,west,1
            Ada,North,care,east,9
            Ada,North,shop,west,7
            Bor,North,farm,east,9
            Bor,North,care,west,8
            Bor,North,shop,west,9
            Cay,South,farm,west,8
            Cay,South,care,east,11
            Cay,South,shop,east,8
            """);
        Write("strangers.json", Spec());
        Write("partners.json", Spec("\"insiders\": [\"partners\", \"persons\"]").Replace("\"tables\"", "\"partner\": \"office\", \"tables\"", StringComparison.Ordinal));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "strangers.json", "--out", "one", "--quiet"));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "partners.json", "--out", "two", "--quiet"));
        Assert.Contains("Ada,farm,12,", File.ReadAllLines(Path.Combine(_folder, "one", "published", "sectors.csv")));
        Assert.Contains("Ada,farm,,c", File.ReadAllLines(Path.Combine(_folder, "two", "published", "sectors.csv")));
        Assert.Equal((0, ""), await RunAsync("verify", "two", "--input", "cases.csv", "--spec", "partners.json"));
        Assert.Equal(4, (await RunAsync("verify", "one", "--input", "cases.csv", "--spec", "partners.json")).Code);
    }

    /// <summary>The year holds the quarter; whoever has both must not learn more from both than from one.</summary>
    [Fact]
    public async Task AnEarlierRun_IsAFactAndAnInputWithoutItsRecordsIsRefused()
    {
        const string quarters = "quarter,sector,count\nQ1,farm,12\nQ1,care,2\nQ1,shop,9\nQ1,fish,4\nQ2,farm,9\nQ2,care,11\nQ2,shop,6\nQ2,fish,7\n";
        static string Quarterly(string tables) => $$"""
            { "schemaVersion": 1, "variables": [ { "name": "quarter", "role": "time" }, { "name": "sector", "role": "sensitive" } ],
              {{tables}}, "rules": { "k": 5, "level": "band" } }
            """;
        Write("cases.csv", quarters);
        Write("other.csv", quarters.Replace("Q1,farm,12", "Q1,farm,13", StringComparison.Ordinal));
        Write("quarter.json", Quarterly("\"tables\": [ { \"id\": \"q\", \"by\": [\"sector\"], \"where\": { \"quarter\": [\"Q1\"] } } ]"));
        Write("year.json", Quarterly("\"tables\": [ { \"id\": \"y\", \"by\": [\"sector\"] } ], \"known\": [\"q/published\"]"));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "quarter.json", "--out", "q", "--quiet"));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "year.json", "--out", "y", "--quiet"));
        Assert.Equal((0, ""), await RunAsync("verify", "y", "--input", "cases.csv", "--spec", "year.json"));
        var (code, error) = await RunAsync("protect", "--input", "other.csv", "--count", "count", "--spec", "year.json", "--out", "z");
        Assert.Equal(3, code);
        Assert.Contains("known[0]/q", error, StringComparison.Ordinal);

        // A figure that does not fit with the present decimals is a fault of the folder, not of the program.
        var printed = Path.Combine(_folder, "q", "published", "q.csv");
        File.WriteAllText(printed, File.ReadAllText(printed).Replace("Total,27,", "Total,9200000000000000000,", StringComparison.Ordinal));
        Write("year.json", Quarterly("\"decimals\": 1, \"tables\": [ { \"id\": \"y\", \"by\": [\"sector\"] } ], \"known\": [\"q/published\"]"));
        (code, error) = await RunAsync("protect", "--input", "cases.csv", "--value", "count", "--spec", "year.json", "--out", "z");
        Assert.Equal(3, code);
        Assert.Contains("q.csv", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "z")));
    }

    /// <summary>No figure of April or July is small, and two persons lie between them.</summary>
    [Fact]
    public async Task WhatLiesBetweenTwoReleases_IsHiddenAndMissedByVerifyWhereItIsShown()
    {
        Write("cases.csv", "district,arrived,count\nAda,April,5\nAda,July,2\nBor,April,20\nBor,July,0\nCay,April,30\nCay,July,0\n");
        static string Of(string id, string rest) => $$"""
            { "schemaVersion": 1, "variables": [ { "name": "district", "role": "identifying" }, { "name": "arrived", "role": "time" } ],
              "tables": [ { "id": "{{id}}", "by": ["district"] {{rest}}
            """;
        Write("april.json", Of("april", ", \"where\": { \"arrived\": [\"April\"] } } ], \"rules\": { \"k\": 5 } }"));
        Write("unaware.json", Of("july", "} ], \"known\": [\"april/published\"], \"rules\": { \"k\": 5 } }"));
        Write("july.json", Of("july", "} ], \"known\": [\"april/published\"], \"rules\": { \"k\": 5, \"differences\": true } }"));
        foreach (var run in new[] { "april", "unaware", "july" })
        {
            Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", run + ".json", "--out", run, "--quiet"));
        }

        Assert.Contains("Ada,7,", File.ReadAllLines(Path.Combine(_folder, "unaware", "published", "july.csv")));
        Assert.Contains("Ada,,c", File.ReadAllLines(Path.Combine(_folder, "july", "published", "july.csv")));
        Assert.Equal((0, ""), await RunAsync("verify", "july", "--input", "cases.csv", "--spec", "july.json"));
        Assert.Equal(4, (await RunAsync("verify", "unaware", "--input", "cases.csv", "--spec", "july.json")).Code);
    }

    /// <summary>No rules named are the product's own: all but nobody of a district in one sector tells of everybody there (R3).</summary>
    [Fact]
    public async Task WithoutRules_TheProductsOwnHold()
    {
        Write("cases.csv", "district,sector,office,count\nAda,farm,east,9\nAda,farm,west,5\nBor,farm,east,13\nBor,care,west,12\nCay,farm,west,9\nCay,care,east,11\n");
        const string variables = "\"schemaVersion\": 1, \"variables\": [ { \"name\": \"district\", \"role\": \"identifying\" }, { \"name\": \"sector\", \"role\": \"sensitive\" } ]";
        Write("own.json", $$"""{ {{variables}}, "partner": "office", "tables": [ { "id": "t", "by": ["district", "sector"] } ] }""");
        Write("named.json", $$"""{ {{variables}}, "partner": "office", "tables": [ { "id": "t", "by": ["district", "sector"] } ], "rules": { "k": 5 } }""");
        Write("nobody.json", $$"""{ {{variables}}, "tables": [ { "id": "t", "by": ["district", "sector"] } ] }""");
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "own.json", "--out", "own", "--quiet"));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "named.json", "--out", "named", "--quiet"));
        Assert.Contains("Ada,farm,14,", File.ReadAllLines(Path.Combine(_folder, "named", "published", "t.csv")));
        Assert.DoesNotContain("Ada,farm,14,", File.ReadAllLines(Path.Combine(_folder, "own", "published", "t.csv")));
        Assert.Equal((0, ""), await RunAsync("verify", "own", "--input", "cases.csv", "--spec", "own.json"));
        Assert.Equal(4, (await RunAsync("verify", "named", "--input", "cases.csv", "--spec", "own.json")).Code);
        Assert.Contains("bulletin-2", File.ReadAllText(Path.Combine(_folder, "own", "private", "summary.json")), StringComparison.Ordinal);
        var (code, error) = await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "nobody.json", "--out", "nobody");
        Assert.Equal(0, code);
        Assert.Contains("R5", error, StringComparison.Ordinal);
        (code, error) = await RunAsync("protect", "--input", "cases.csv", "--value", "count", "--spec", "own.json", "--out", "sums");
        Assert.Equal(2, code);
        Assert.Contains("rules", error, StringComparison.Ordinal);
    }

    /// <summary>Persons with several sectors: rows overlap, the Total counts persons, and nobody adds the rows up, neither verify nor an attacker.</summary>
    [Fact]
    public async Task SeveralCategoriesAPerson_AreCountedInEachAndOnceInTheTotal()
    {
        Write("cases.csv", "sector;group\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"\"{(i % 3 == 0 ? "farm|care" : i % 3 == 1 ? "care" : i % 7 == 0 ? "shop|farm" : "farm")}\";{(i % 2 == 0 ? "women" : "men")}\n")));
        static string Of(string variable, string rules) => $$"""
            { "schemaVersion": 1, "variables": [ { "name": "sector", "role": "sensitive", {{variable}} }, { "name": "group", "role": "identifying" } ],
              "tables": [ { "id": "t", "by": ["sector", "group"] } ], "rules": { {{rules}} } }
            """;
        Write("spec.json", Of("\"multiple\": \"|\", \"atMost\": 2", "\"k\": 5, \"insiders\": [\"persons\"], \"latent\": { \"variables\": 2 }"));
        Assert.Equal((0, ""), await RunAsync("protect", "--input", "cases.csv", "--delimiter", ";", "--spec", "spec.json", "--out", "out", "--quiet"));
        var lines = File.ReadAllLines(Path.Combine(_folder, "out", "published", "t.csv"));
        Assert.Contains("care,Total,27,", lines);
        Assert.Contains("Total,Total,40,", lines);
        Assert.Contains("shop,Total,,c", lines);
        Assert.Contains("\"additive\": false", File.ReadAllText(Path.Combine(_folder, "out", "published", "tables.json")), StringComparison.Ordinal);
        Assert.Equal((0, ""), await RunAsync("verify", "out", "--input", "cases.csv", "--spec", "spec.json"));
        Assert.Equal(0, (await RunAsync("attack", Path.Combine("out", "published"), "--k", "5")).Code);
        foreach (var (variable, code, names) in new[]
        {
            ("\"multiple\": \"|\", \"atMost\": 1", 3, "sector"),
            ("\"atMost\": 2", 2, "variables[0].multiple"),
            ("\"multiple\": \"|\", \"parents\": [[\"group\"]]", 2, "variables[0].parents"),
        })
        {
            Write("wrong.json", Of(variable, "\"k\": 5"));
            var (ended, error) = await RunAsync("protect", "--input", "cases.csv", "--delimiter", ";", "--spec", "wrong.json", "--out", "wrong");
            Assert.Equal(code, ended);
            Assert.Contains(names, error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Path.Combine(_folder, "wrong")));
        }
    }

    [Theory]
    [InlineData("\"csot\": \"unit\"", 2, "rules.csot")]
    [InlineData("\"insiders\": [\"partners\"]", 2, "partner")]
    [InlineData("\"insiders\": [\"strangers\"]", 2, "rules.insiders[0]")]
    [InlineData("\"dominance\": { \"n\": 2, \"share\": 85 }", 2, "partner")]
    [InlineData("\"pPercent\": { \"p\": 0 }", 2, "rules.pPercent.p")]
    [InlineData("\"differences\": 1", 2, "rules.differences")]
    [InlineData("\"zeros\": \"open\"", 2, "rules.level")]
    [InlineData("\"primary\": [ { \"cell\": { \"sector\": \"fish\" }, \"lower\": 1 } ]", 2, "rules.primary[0].sector")]
    [InlineData("\"primary\": [ { \"cell\": { \"sector\": \"Total\" }, \"upper\": 1 } ]", 4, "sectors")]
    public async Task WhatCannotBeDone_IsSaidAndNothingIsWritten(string rule, int code, string names)
    {
        Write("cases.csv", "district,county,sector,count\n" + Rows + "\n");
        Write("spec.json", Spec(rule, code == 4 ? "[ { \"district\": \"Total\" }, { \"sector\": \"Total\" } ]" : "[]"));
        var (ended, error) = await RunAsync("protect", "--input", "cases.csv", "--count", "count", "--spec", "spec.json", "--out", "out");
        Assert.Equal(code, ended);
        Assert.Contains(names, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    private static string Spec(string rule = "\"cost\": \"value\"", string open = "[]") => $$"""
        { "schemaVersion": 1,
          "variables": [ { "name": "district", "role": "identifying", "parents": [["county"]] }, { "name": "sector", "role": "sensitive" } ],
          "tables": [ { "id": "sectors", "by": ["district", "sector"] } ],
          "open": {{open}},
          "rules": { "k": 5, "level": "band", {{rule}} } }
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
