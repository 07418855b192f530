using System.Text.Json;
using Publication.Releases;
using Reports.Bulletins;
using Reports.Files;
using Reports.Tests.Samples;

namespace Reports.Tests.Files;

public sealed class ReleaseFolderWriterTests : IDisposable
{
    private static readonly ReleasePeriod Period = ReleasePeriod.OfQuarter(2025, 4);

    private readonly string _root = Directory.CreateTempSubdirectory("reports").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Folder_HasTheFilesOfTheContract()
    {
        var folder = Write("2025-Q4");

        foreach (var name in new[] { "release.json", "proof.json", "tables.json", "sectors.csv", "sectors-by-group.csv", "identified.csv" })
        {
            Assert.True(File.Exists(Path.Join(folder, name)), name);
        }

        Assert.Equal([folder], Directory.GetDirectories(_root));
    }

    [Fact]
    public void ReleaseJson_MeasuresEachTableFromShownFigures()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Join(Write("a"), "release.json")));

        Assert.Equal("2025-Q4.1", json.RootElement.GetProperty("id").GetString());
        var sectors = json.RootElement.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("id").GetString() == "sectors");
        Assert.Equal(8, sectors.GetProperty("cells").GetInt32());
        Assert.Equal(0, sectors.GetProperty("hidden").GetInt32());
        Assert.Equal(0.7867m, sectors.GetProperty("personsShownShare").GetDecimal());
        Assert.True(sectors.GetProperty("reason").GetProperty("tr").GetString()!.Length > 0);
    }

    [Fact]
    public void TablesJson_ListsTheMembersOfAPooledRow()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Join(Write("a"), "tables.json")));
        var sectors = json.RootElement.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("id").GetString() == "sectors");
        var row = sectors.GetProperty("axes")[0].GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "CON+FSH+POR+TOU");

        Assert.Equal("sectors.csv", sectors.GetProperty("file").GetString());
        Assert.Equal(["CON", "FSH", "POR", "TOU"], row.GetProperty("members").EnumerateArray().Select(m => m.GetString()!));
        Assert.Equal("2025-Q4", sectors.GetProperty("where").GetProperty("quarter")[0].GetString());
    }

    [Fact]
    public void FolderThatHoldsSomething_IsLeftAlone()
    {
        var folder = Path.Join(_root, "full");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Join(folder, "mine.txt"), "mine");

        var outcome = ReleaseFolderWriter.Write(SomeRelease.Quarter(Period), ShippedBulletins.Quarterly(), [], folder, TestContext.Current.CancellationToken);

        Assert.Equal(FolderOutcome.NotEmpty, outcome);
        Assert.Equal(["mine.txt"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void LeftoverOfAKilledRun_IsCleared()
    {
        var partial = Directory.CreateDirectory(Path.Join(_root, ".b.partial")).FullName;
        File.WriteAllText(Path.Join(partial, "half.csv"), "half");

        var folder = Write("b");

        Assert.False(Directory.Exists(partial));
        Assert.False(File.Exists(Path.Join(folder, "half.csv")));
    }

    [Fact]
    public void Cancelled_LeavesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            ReleaseFolderWriter.Write(SomeRelease.Quarter(Period), ShippedBulletins.Quarterly(), [], Path.Join(_root, "c"), cancelled.Token));
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    private string Write(string name)
    {
        var folder = Path.Join(_root, name);
        var outcome = ReleaseFolderWriter.Write(SomeRelease.Quarter(Period), ShippedBulletins.Quarterly(), [], folder, TestContext.Current.CancellationToken);
        Assert.Equal(FolderOutcome.Written, outcome);
        return folder;
    }
}
