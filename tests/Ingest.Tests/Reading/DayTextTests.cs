using System.Globalization;
using System.Text;
using CsCheck;
using Ingest.Reading;
using Xunit;

namespace Ingest.Tests.Reading;

public sealed class DayTextTests
{
    private static readonly string[] Formats = ["d.M.yyyy", "yyyy-MM-dd"];

    [Fact]
    public void AnyText_IsReadAsThePlatformReadsIt() =>
        Gen.OneOf(
            Gen.String[Gen.Char["0123456789.-"], 6, 11],
            Gen.Select(Gen.Int[0, 40], Gen.Int[0, 14], Gen.Int[1800, 2300]).Select((d, m, y) => $"{d}.{m}.{y}"),
            Gen.Select(Gen.Int[0, 40], Gen.Int[0, 14], Gen.Int[1, 9999]).Select((d, m, y) => $"{d:D2}.{m:D2}.{y:D4}"),
            Gen.Select(Gen.Int[0, 40], Gen.Int[0, 14], Gen.Int[1, 9999]).Select((d, m, y) => $"{y:D4}-{m:D2}-{d:D2}")).Sample(
            text =>
            {
                bool read = DayText.TryRead(Encoding.UTF8.GetBytes(text), (byte)'.', out (int Year, int Month, int Day) day);
                bool expected = DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly platform);
                Assert.Equal(expected, read);
                if (read)
                {
                    Assert.Equal((platform.Year, platform.Month, platform.Day), day);
                }
            },
            iter: 50_000,
            threads: 1);

    [Theory]
    [InlineData("5/3/2026")]
    [InlineData("05.03.26")]
    [InlineData("")]
    [InlineData(".........")]
    public void OtherText_IsNoDay(string text) => Assert.False(DayText.TryRead(Encoding.UTF8.GetBytes(text), (byte)'.', out _));
}
