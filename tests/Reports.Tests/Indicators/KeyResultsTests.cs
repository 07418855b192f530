using CsCheck;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Indicators;
using Reports.Tests.Samples;

namespace Reports.Tests.Indicators;

public sealed class KeyResultsTests
{
    private static readonly ReleasePeriod Period = ReleasePeriod.OfQuarter(2025, 4);

    [Fact]
    public void Turkish_MatchesGolden() => Assert.Equal(
        [
            "2025 yılının 4. çeyreğinde 75 kişi insan ticareti mağduru olarak tanımlandı; önceki çeyrek 68 (+7), geçen yılın aynı çeyreği 66 (+9).",
            "Zorla seks işçiliği en sık görülen sektör: 31 kişi (%41).",
            "Tanımlanan mağdurlar: kadın 57 (%76), erkek 11 (%15), çocuk 7 (%9).",
            "Cinsel sömürü en sık görülen sömürü biçimi: 36 kişi (%48).",
            "Psikososyal destek: 52 kişi (%73); tek bir hizmet için gösterilen en yüksek sayı.",
            "Kişileri korumak için 70 tablo hücresinden 23 tanesi gizlendi; 5 satır birden çok grubu birlikte sayar.",
        ],
        KeyResults.Write(WithHistory(), Language.Tr));

    [Fact]
    public void English_MatchesGolden() => Assert.Equal(
        [
            "75 people were identified as victims of trafficking in the fourth quarter of 2025; previous quarter 68 (+7), same quarter of the year before 66 (+9).",
            "Forced sex work is the most frequent sector: 31 people (41%).",
            "Identified victims: women 57 (76%), men 11 (15%), children 7 (9%).",
            "Sexual exploitation is the most frequent form of exploitation: 36 people (48%).",
            "Psychosocial support: 52 people (73%), the highest figure shown for a single service.",
            "To protect persons, 23 of 70 table cells are hidden, and 5 rows count several categories together.",
        ],
        KeyResults.Write(WithHistory(), Language.En));

    [Fact]
    public void SplitWithAHiddenPart_SaysSo()
    {
        var source = Source(new SomeTable("sectors-by-group").By(SomeLabels.Sector, "FSX").By(SomeLabels.Group, "WOM", "MAN", "CHI")
            .Of(20, null, null, 50, 20, null, 9, 50));

        Assert.Equal("Identified victims: women 20 (40%), children 9 (18%); the others are hidden.", KeyResults.Write(source, Language.En)[0]);
    }

    [Fact]
    public void HiddenHeadline_IsNotWritten()
    {
        var source = Source(new SomeTable("identified").By(SomeLabels.Status, "ACT", "POS", "NOT").Of(null, null, 9, 96));

        Assert.Single(KeyResults.Write(source, Language.En));
    }

    [Fact]
    public void HiddenEarlierFigure_GivesNoChange()
    {
        var before = SomeRelease.Of(ReleasePeriod.OfQuarter(2025, 3), new SomeTable("identified").By(SomeLabels.Status, "ACT", "POS", "NOT").Of(null, null, 9, 96));
        var now = SomeRelease.Of(Period, new SomeTable("identified").By(SomeLabels.Status, "ACT", "POS", "NOT").Of(75, 12, 9, 96));

        var first = KeyResults.Write(ReportSource.Of(now, ShippedBulletins.Quarterly(), [before]), Language.En)[0];

        Assert.Equal("75 people were identified as victims of trafficking in the fourth quarter of 2025.", first);
    }

    [Theory]
    [InlineData(31, 9, 40, true)]
    [InlineData(31, null, 45, true)]
    [InlineData(31, null, 70, false)]
    [InlineData(9, 9, 18, null)]
    public void Largest_IsClaimedOnlyIfShownFiguresProveIt(int first, int? second, int total, bool? isProved)
    {
        var source = Source(new SomeTable("sectors").By(SomeLabels.Sector, "FSX", "AGR").Of(first, second, total));

        var sentence = KeyResults.Write(source, Language.En)[0];

        Assert.Equal(isProved, sentence.Contains("is the most frequent", StringComparison.Ordinal) ? true : sentence.Contains("highest figure shown", StringComparison.Ordinal) ? false : null);
    }

    [Fact]
    public void PoolAsLargeAsTheLeader_LeavesTheClaimOpen()
    {
        var source = Source(new SomeTable("sectors").By(SomeLabels.Sector, "FSX", "AGR+DOM").Of(20, 25, 45));

        Assert.Contains("highest figure shown", KeyResults.Write(source, Language.En)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_NeverHoldANumberThatIsNotShownOrDerivedFromShown() =>
        Gen.Select(Gen.Int[100, 400].Array[4], Gen.Bool.Array[4]).Sample((counts, hide) =>
        {
            var total = counts.Sum();
            var cells = counts.Select((c, i) => hide[i] ? (int?)null : c).Append(total).ToArray();
            var text = string.Join(' ', KeyResults.Write(Source(new SomeTable("sectors").By(SomeLabels.Sector, "FSX", "AGR", "DOM", "BEG").Of(cells)), Language.En));
            for (var i = 0; i < counts.Length; i++)
            {
                if (hide[i] && !cells.Contains(counts[i]))
                {
                    Assert.DoesNotContain($" {counts[i]} ", text, StringComparison.Ordinal);
                }
            }
        });

    private static ReportSource Source(params PublishedTable[] tables) =>
        ReportSource.Of(SomeRelease.Of(Period, tables), ShippedBulletins.Quarterly(), []);

    private static ReportSource WithHistory() => ReportSource.Of(
        SomeRelease.Quarter(Period),
        ShippedBulletins.Quarterly(),
        [SomeRelease.Quarter(ReleasePeriod.OfQuarter(2025, 3), -7), SomeRelease.Quarter(ReleasePeriod.OfQuarter(2024, 4), -9)]);
}
