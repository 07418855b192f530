using CsCheck;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Tests.Samples;

namespace Reports.Tests.Files;

public sealed class ReleaseFilesTests
{
    private static readonly ReleasePeriod Period = ReleasePeriod.OfQuarter(2025, 4);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void EveryFile_IsTheSameUnderAnyCulture(string culture)
    {
        var plain = Cultures.Under(string.Empty, () => Make(SomeRelease.Quarter(Period)));
        var other = Cultures.Under(culture, () => Make(SomeRelease.Quarter(Period)));

        Assert.Equal(plain.Keys, other.Keys);
        Assert.All(plain, f => Assert.True(f.Value.AsSpan().SequenceEqual(other[f.Key]), f.Key));
    }

    [Fact]
    public void Names_AreThoseOfTheContract()
    {
        var names = Make(SomeRelease.Quarter(Period)).Keys;

        foreach (var name in new[] { "release.json", "proof.json", "tables.json", "bulletin.tr.xlsx", "bulletin.en.xlsx", "sectors.csv", "charts/sectors.tr.svg", "charts/sectors.en.png" })
        {
            Assert.Contains(name, names);
        }
    }

    /// <summary>
    /// Two truths that publish the same figures: a hidden cell has no place for a value, so nothing that is written can tell the two apart.
    /// </summary>
    [Fact]
    public void TruthBehindHiddenCells_CannotReachAFile() =>
        Gen.Select(Gen.Int[5, 90].Array[4], Gen.Int[5, 90].Array[4], Gen.Bool.Array[4]).Sample(
            (one, other, hide) =>
            {
                var truths = new[] { one, [.. one.Select((n, i) => hide[i] ? other[i] : n)] };
                var files = truths.Select(t => Make(SomeRelease.Of(
                    Period,
                    new SomeTable("sectors").By(SomeLabels.Sector, "AGR", "FSX", "DOM", "BEG").Of([.. t.Select((n, i) => hide[i] ? PublishedCell.Hidden : PublishedCell.Show(n)), PublishedCell.Hidden])))).ToArray();
                Assert.All(files[0], f => Assert.True(f.Value.AsSpan().SequenceEqual(files[1][f.Key]), f.Key));
            },
            iter: 4);

    [Fact]
    public void Draft_HasNeitherSealNorProof()
    {
        using var zip = new MemoryStream();
        DraftWriter.Write(SomeRelease.Draft(Period, SomeRelease.QuarterTables(Period)), ShippedBulletins.Quarterly(), [], zip, TestContext.Current.CancellationToken);
        using var archive = new System.IO.Compression.ZipArchive(zip);
        var names = archive.Entries.Select(e => e.FullName).ToArray();

        Assert.Contains("bulletin.tr.xlsx", names);
        Assert.DoesNotContain("proof.json", names);
        Assert.DoesNotContain("release.json", names);
    }

    private static SortedDictionary<string, byte[]> Make(Release release)
    {
        var source = ReportSource.Of(release, ShippedBulletins.Quarterly(), []);
        return new SortedDictionary<string, byte[]>(ReleaseFiles.Of(release, source).ToDictionary(f => f.Path, f => f.Make()), StringComparer.Ordinal);
    }
}
