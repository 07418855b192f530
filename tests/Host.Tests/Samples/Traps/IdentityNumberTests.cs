using Host.Samples.Traps;
using Xunit;

namespace Host.Tests.Samples.Traps;

public sealed class IdentityNumberTests
{
    [Fact]
    public void Invalid_NeverPassesTheChecksum()
    {
        for (int i = 0; i < 100_000; i++)
            Assert.False(Passes(IdentityNumber.Invalid(i)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Valid_PassesIt(int last) => Assert.True(Passes(IdentityNumber.Valid(last)));

    [Fact]
    public void Valid_IsTheKnownTestNumber() => Assert.Equal("10000000146", IdentityNumber.Valid(1));

    private static bool Passes(string number)
    {
        int[] d = [.. number.Select(digit => digit - '0')];
        int tenth = ((((d[0] + d[2] + d[4] + d[6] + d[8]) * 7) - (d[1] + d[3] + d[5] + d[7])) % 10 + 10) % 10;
        return d.Length == 11 && d[0] != 0 && d[9] == tenth && d[10] == d[..10].Sum() % 10;
    }
}
