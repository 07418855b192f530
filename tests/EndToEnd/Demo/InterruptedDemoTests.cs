using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Demo;

/// <summary>A demonstration that is killed or finds another at work: the folder of an earlier one stays whole.</summary>
[Trait("culture", "first")]
public sealed class InterruptedDemoTests
{
    [Fact]
    public async Task KilledOnItsWay_TheEarlierDemonstrationStaysWhole_AndARerunStartsAfresh()
    {
        var parent = Directory.CreateTempSubdirectory("reporting-demo-").FullName;
        try
        {
            var place = Path.Combine(parent, "out");
            WriteEarlier(place);
            var before = FolderBytes.Of(place);

            // First in the middle of an intake, then in the middle of a publication; the second run finds what the first left.
            foreach (var step in new[] { "RowAdded", "Sealed" })
            {
                Assert.Equal(ReportingProcess.Killed, await Run().KilledAt(step).RunAsync("demo", "--out", place));
                Assert.Equal(before, FolderBytes.Of(place));
                Assert.True(Directory.Exists(place + ".partial"));
            }
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    [Fact]
    public async Task TwoAtOnce_TheSecondIsTurnedAway()
    {
        var parent = Directory.CreateTempSubdirectory("reporting-demo-").FullName;
        try
        {
            var place = Path.Combine(parent, "out");
            WriteEarlier(place);
            var before = FolderBytes.Of(place);
            await using var other = new FileStream(place + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            var second = Run();
            Assert.Equal(7, await second.RunAsync("demo", "--out", place, "--lang", "tr"));
            Assert.StartsWith("hata Busy: ", second.Error, StringComparison.Ordinal);
            Assert.Equal(before, FolderBytes.Of(place));
            Assert.False(Directory.Exists(place + ".partial"));
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }

    private static ReportingProcess Run() => new ReportingProcess().In(Path.GetDirectoryName(Site.Samples)!);

    private static void WriteEarlier(string place)
    {
        Directory.CreateDirectory(Path.Combine(place, "keys"));
        File.WriteAllText(Path.Combine(place, "keys", "drafter.credential"), "demo credential of drafter");
        File.WriteAllText(Path.Combine(place, "earlier.txt"), "as it was");
    }
}
