using System.Globalization;
using Host.Samples;
using Xunit;

namespace Host.Tests.Samples;

public sealed class SampleGeneratorTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void CommittedSeed_GivesTheCommittedBytes()
    {
        string made = Make("made", SampleDefaults.Cases, SampleDefaults.Seed);
        AssertSame(CommittedSamples.Root, made);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("")]
    [InlineData("ar-SA")]
    public void Culture_DoesNotMatter(string culture)
    {
        string expected = Make("expected", 300, 5);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            AssertSame(expected, Make("actual", 300, 5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void OtherSeed_GivesOtherCases()
    {
        string first = Make("first", 100, 1);
        string second = Make("second", 100, 2);
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(first, "goc", "2025-Q4.csv")), File.ReadAllBytes(Path.Combine(second, "goc", "2025-Q4.csv")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(20_000)]
    public void AnySize_WritesSoManyCases(int cases)
    {
        string made = Make("made", cases, 3);
        string[][] files = Rows(Path.Combine(made, "truth", "files.csv"));
        // records − repeats, over all files
        Assert.Equal(cases, files.Sum(row => Number(row[2]) - Number(row[9])));
    }

    [Fact]
    public void FolderNotEmpty_IsLeftAlone()
    {
        string folder = scratch.New("mine");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "mine");
        Assert.Equal(SampleOutcome.FolderNotEmpty, SampleGenerator.Write(10, 1, folder, TestContext.Current.CancellationToken));
        Assert.Equal("mine.txt", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(folder))));
    }

    [Fact]
    public void EmptyFolder_IsFilledInPlace_AndALeftoverIsNoHindrance()
    {
        string expected = Make("expected", 30, 4);
        string folder = scratch.New("there");
        Directory.CreateDirectory(Path.Combine(folder, ".partial", "goc"));
        Assert.Equal(SampleOutcome.Written, SampleGenerator.Write(30, 4, folder, TestContext.Current.CancellationToken));
        AssertSame(expected, folder);
    }

    [Fact]
    public void FileInThePlace_IsLeftAlone()
    {
        string file = scratch.New("file");
        File.WriteAllText(file, "mine");
        Assert.Equal(SampleOutcome.FolderNotEmpty, SampleGenerator.Write(10, 1, file, TestContext.Current.CancellationToken));
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Cancelled_LeavesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => SampleGenerator.Write(10, 1, scratch.New("never"), cancelled.Token));
        Assert.Empty(Directory.GetFileSystemEntries(scratch.Root));
    }

    [Fact]
    public void CommittedFolder_IsSmall() =>
        Assert.InRange(new DirectoryInfo(CommittedSamples.Root).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length), 0, 1_500_000);

    private string Make(string name, int cases, ulong seed)
    {
        string folder = scratch.New(name);
        Assert.Equal(SampleOutcome.Written, SampleGenerator.Write(cases, seed, folder, TestContext.Current.CancellationToken));
        return folder;
    }

    private static void AssertSame(string expected, string actual)
    {
        string[] files = Files(expected);
        Assert.Equal(files, Files(actual));
        Assert.All(files, file => Assert.True(
            File.ReadAllBytes(Path.Combine(expected, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(actual, file))), file));
    }

    private static string[] Files(string root) =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal)];

    private static string[][] Rows(string file) => [.. File.ReadAllLines(file).Skip(1).Select(line => line.Split(','))];

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
