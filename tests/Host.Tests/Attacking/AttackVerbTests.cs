using System.Text;
using System.Text.Json;
using Host.Tests.Attacking.Corpus;
using Host.Tests.Cli;
using Host.Tests.Support;

namespace Host.Tests.Attacking;

/// <summary>The verb as its contract has it: exit codes, document, languages, and what it does with input that is none.</summary>
public sealed class AttackVerbTests
{
    private const string Leaking = "Region,Women,Men,Total\nNorth,c,9,12\nEast,14,c,16\nSouth,c,c,20\nTotal,34,14,48\n";

    [Fact]
    public async Task Document_HasTheFieldsOfTheContract()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], Leaking);
        var line = new SomeCommandLine();
        Assert.Equal(4, await line.RunAsync("attack", folder["t.csv"], "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Equal(["schemaVersion", "assumed", "cells"], document.RootElement.EnumerateObject().Select(p => p.Name));
        var cell = document.RootElement.GetProperty("cells")[0];
        Assert.Equal(["file", "table", "at", "low", "high", "integer", "status", "how"], cell.EnumerateObject().Select(p => p.Name));
        Assert.Equal("North", cell.GetProperty("at").GetProperty("Region").GetString());
        Assert.Equal((3, 3, true, "exact"), (cell.GetProperty("low").GetInt32(), cell.GetProperty("high").GetInt32(), cell.GetProperty("integer").GetBoolean(), cell.GetProperty("status").GetString()));
        Assert.Contains("12 = 9 (North / Men) + [North / Women]", cell.GetProperty("how").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(document.RootElement.GetProperty("assumed").EnumerateArray());
    }

    [Fact]
    public async Task Report_SpeaksTheLanguageOfTheCaller()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], Leaking);
        var line = new SomeCommandLine();
        Assert.Equal(4, await line.RunAsync("attack", folder["t.csv"], "--lang", "tr"));
        Assert.Contains("Demek ki 3", line.Output, StringComparison.Ordinal);
        Assert.Contains("4 gizli hücre: 4 kesin", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SafeTable_EndsWithZero()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "a,x,y,Total\np,c,c,9\nq,c,c,8\nr,5,6,11\nTotal,14,14,28\n");
        Assert.Equal(0, await new SomeCommandLine().RunAsync("attack", folder["t.csv"], "--k", "5"));
    }

    [Theory]
    [InlineData("text.csv", "There is no table here.\nOnly words.\n")]
    [InlineData("empty.csv", "")]
    [InlineData("broken.xlsx", "PK\u0003\u0004 and then nothing")]
    [InlineData("labels.csv", "a,b\nc d,e f\n")]
    public async Task NoStructure_EndsWithThree(string name, string content)
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder[name], content);
        var line = new SomeCommandLine();
        Assert.Equal(3, await line.RunAsync("attack", folder[name]));
        Assert.NotEmpty(line.Error);
    }

    [Theory]
    [InlineData(3, "nowhere.csv")]
    [InlineData(2, "t.csv", "--k", "1")]
    [InlineData(2, "t.csv", "--hidden-min", "2")]
    [InlineData(2, "t.csv", "--hiden-min", "1")]
    [InlineData(3, "t.csv", "--spec", "nowhere.json")]
    [InlineData(3, "t.csv", "--spec", "t.csv")]
    public async Task WrongUse_HasItsExitCode(int exit, string file, params string[] options)
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], Leaking);
        string[] arguments = [.. options.Select(o => o.Contains('.', StringComparison.Ordinal) ? folder[o] : o)];
        Assert.Equal(exit, await new SomeCommandLine().RunAsync(["attack", folder[file], .. arguments]));
    }

    [Fact]
    public async Task NewerDeclaration_IsRefused()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], Leaking);
        File.WriteAllText(folder["tables.json"], """{ "schemaVersion": 99, "tables": [ { "id": "t", "file": "t.csv" } ] }""");
        Assert.Equal(3, await new SomeCommandLine().RunAsync("attack", folder.Path));
    }

    [Fact]
    public async Task HostileOpenDocument_IsRefusedAtOnce()
    {
        using var folder = new SomeFolder();
        var sheet = Encoding.UTF8.GetString(Unzipped(GridFiles.Ods(new Grid("a").Row("x", "1")))).Replace(
            "<table:table-row>", "<table:table-row table:number-rows-repeated=\"2000000000\">", StringComparison.Ordinal);
        File.WriteAllBytes(folder["rows.ods"], Zipped(sheet));
        File.WriteAllBytes(folder["entity.ods"], Zipped("<!DOCTYPE a [<!ENTITY b \"bb\">]>" + sheet));
        Assert.Equal(3, await new SomeCommandLine().RunAsync("attack", folder["rows.ods"]));
        Assert.Equal(3, await new SomeCommandLine().RunAsync("attack", folder["entity.ods"]));
    }

    [Fact]
    public async Task Specification_TellsHierarchiesAndKnownFigures()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "area,value,status\nn1,,c\nn2,,c\ns1,7,\nnorth,9,\nTotal,16,\n");
        File.WriteAllText(folder["h.csv"], "n1,north\nn2,north\ns1,south\n");
        File.WriteAllText(folder["spec.json"], """
            { "schemaVersion": 1, "variables": [ { "name": "area", "role": "identifying", "hierarchy": "h.csv" } ],
              "tables": [ { "id": "t", "by": ["area"] } ], "external": [ { "cell": { "area": "n1" }, "value": 4 } ] }
            """);
        var line = new SomeCommandLine();
        Assert.Equal(4, await line.RunAsync("attack", folder["t.csv"], "--spec", folder["spec.json"], "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Equal([4, 5], document.RootElement.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("low").GetInt32()));
    }

    [Fact]
    public async Task OverlappingAnswers_AreNotAddedUp()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "Service,Women,Men\nShelter,8,4\nHealth,20,9\nLaw,c,7\nCash,12,x\nTotal,25,13\n");
        var line = new SomeCommandLine();
        Assert.Equal(0, await line.RunAsync("attack", folder["t.csv"], "--k", "5", "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Equal([25, 13], document.RootElement.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("high").GetInt32()));
        Assert.Contains(document.RootElement.GetProperty("assumed").EnumerateArray(), a => a.GetString()!.Contains("several answers per person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Magnitudes_KeepTheirDecimals()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "sector,value,status\na,1.50,\nb,,c\nTotal,4.25,\n");
        var line = new SomeCommandLine();
        Assert.Equal(4, await line.RunAsync("attack", folder["t.csv"], "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Equal(2.75m, document.RootElement.GetProperty("cells")[0].GetProperty("low").GetDecimal());
    }

    [Fact]
    public async Task CodeBesideName_IsOneVariable()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "area_code,area_name,sex,count\nE1,Ash,F,c\nE1,Ash,M,4\nE2,Elm,F,6\nE2,Elm,M,5\nE0,Total,F,9\nE0,Total,M,9\n");
        var line = new SomeCommandLine();
        Assert.Equal(4, await line.RunAsync("attack", folder["t.csv"], "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Equal(3, document.RootElement.GetProperty("cells")[0].GetProperty("low").GetInt32());
    }

    [Fact]
    public async Task RatesBesideCounts_DoNotAddUp()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "Area,Cases,Per head\nAsh,c,1.5\nElm,7,2.25\nOak,c,0.5\nTotal,15,1.75\n");
        var line = new SomeCommandLine();
        Assert.Equal(0, await line.RunAsync("attack", folder["t.csv"], "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Equal([8, 8], document.RootElement.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("high").GetInt32()));
    }

    [Fact]
    public async Task NamedWhole_IsFoundByItsFigures()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "Table 3: referrals\n[c] confidential\nRegion,Men,Women,Child,All\nNorth,12,[c],5,31\nWest,40,22,[c],75\nYork,[c],[c],9,30\nEngland,69,40,27,136\n");
        var line = new SomeCommandLine();
        Assert.Equal(4, await line.RunAsync("attack", folder["t.csv"], "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Equal([14, 13, 17, 4], document.RootElement.GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("high").GetInt32()));
    }

    [Fact]
    public async Task LegendOfANotAvailableMark_SparesItsCells()
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "Sector,Persons\na,5\nb,[x]\nTotal,9\n\n[x]: not available\n");
        var line = new SomeCommandLine();
        Assert.Equal(0, await line.RunAsync("attack", folder["t.csv"], "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Empty(document.RootElement.GetProperty("cells").EnumerateArray());
    }

    [Theory]
    [InlineData("free", false, 0, 0)]
    [InlineData("open", false, 1, 4)]
    [InlineData("open", true, 0, 0)]
    public async Task Specification_TellsWhetherHiddenMayBeZero(string zeros, bool mayBeZero, int low, int exit)
    {
        using var folder = new SomeFolder();
        File.WriteAllText(folder["t.csv"], "area,value,status\na,,c\nb,,c\nTotal,2,\n");
        File.WriteAllText(folder["spec.json"], $$"""{ "rules": { "zeros": "{{zeros}}", "hiddenMayBeZero": {{(mayBeZero ? "true" : "false")}} } }""");
        var line = new SomeCommandLine();
        Assert.Equal(exit, await line.RunAsync("attack", folder["t.csv"], "--spec", folder["spec.json"], "--format", "json"));
        using var document = JsonDocument.Parse(line.Output);
        Assert.Equal(low, document.RootElement.GetProperty("cells")[0].GetProperty("low").GetInt32());
    }

    private static byte[] Unzipped(byte[] workbook)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using var content = archive.GetEntry("content.xml")!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Zipped(string content)
    {
        using var bytes = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("content.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(content));
        }

        return bytes.ToArray();
    }
}
