using System.Globalization;
using Host.Security;

namespace Host.Tests.Security;

public sealed class TotpTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();

    /// <summary>RFC 6238, appendix B, the last six of its eight digits.</summary>
    [Theory]
    [InlineData("1970-01-01T00:00:59Z", "287082")]
    [InlineData("2005-03-18T01:58:29Z", "081804")]
    [InlineData("2005-03-18T01:58:31Z", "050471")]
    [InlineData("2009-02-13T23:31:30Z", "005924")]
    [InlineData("2033-05-18T03:33:20Z", "279037")]
    [InlineData("2603-10-11T11:33:20Z", "353130")]
    public void Code_IsThatOfTheStandard(string moment, string expected) => Assert.Equal(expected, Totp.CodeAt(Secret, Totp.StepAt(At(moment))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Clock_MayBeHalfAMinuteOff(int steps, bool isTaken)
    {
        var now = At("2026-01-01T00:00:10Z");
        Assert.Equal(isTaken, Totp.StepOf(Secret, Totp.CodeAt(Secret, Totp.StepAt(now) + steps), now) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("28708")]
    public void OtherText_IsNoCode(string typed) => Assert.Null(Totp.StepOf(Secret, typed, At("1970-01-01T00:00:59Z")));

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_IsThatOfTheStandard(string text, string expected) => Assert.Equal(expected, Totp.Base32(System.Text.Encoding.ASCII.GetBytes(text)));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
