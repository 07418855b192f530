using System.Text;
using Publication.Releases;
using Publication.Tables;
using Publication.Tests.Verification;
using Xunit;

namespace Publication.Tests.Releases;

public sealed class ReleaseSerializerTests
{
    private static readonly ReleaseContent Sample = Bulletin.Content(
        [new ImpossibleCombination(Bulletin.Population, [new Node("sector", ["s4"]), new Node("quarter", ["q2"])])],
        Bulletin.Print(Bulletin.Sectors("ilk tablo (İ, ı, ğ, ş)", Bulletin.In("q1")), "c", "z", "x", "0", "2147483647"));

    [Fact]
    public void WrittenAndRead_IsTheSame()
    {
        var bytes = ReleaseSerializer.Write(Sample);

        Assert.Equal(bytes, ReleaseSerializer.Write(ReleaseSerializer.Read(bytes)));
    }

    [Fact]
    public void States_SurviveAsTheFourDifferentThingsTheyAre()
    {
        var cells = ReleaseSerializer.Read(ReleaseSerializer.Write(Sample)).Tables[0].Cells;

        Assert.Equal([CellState.Hidden, CellState.NotApplicable, CellState.NotAvailable, CellState.Shown, CellState.Shown], cells.Select(c => c.State));
        Assert.Equal([0, int.MaxValue], cells.Where(c => c.IsShown).Select(c => c.Value));
    }

    [Fact]
    public void OrderOfVariables_DoesNotReachTheBytes()
    {
        var other = new ReleaseContent(Sample.Header, Sample.Variables.Reverse(), Sample.Impossible, Sample.Tables);

        Assert.Equal(ReleaseSerializer.Write(Sample), ReleaseSerializer.Write(other));
    }

    [Theory]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":2")]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":0")]
    [InlineData("\"c\"", "\"-1\"")]
    [InlineData("\"c\"", "\"1.5\"")]
    [InlineData("\"c\"", "\"C\"")]
    [InlineData("\"c\"", "\"99999999999\"")]
    [InlineData("\"sensitive\"", "\"Sensitive\"")]
    [InlineData("\"2025-04-15\"", "\"15.04.2025\"")]
    [InlineData("\"2025-Q1\"", "\"2025-Q5\"")]
    [InlineData("\"country\":\"TUR\",", "")]
    [InlineData("\"country\":\"TUR\",", "\"country\":\"TUR\",\"note\":\"\",")]
    [InlineData("{", "")]
    public void AnythingElse_IsNoRelease(string known, string strange)
    {
        var text = Encoding.UTF8.GetString(ReleaseSerializer.Write(Sample));
        var at = text.IndexOf(known, StringComparison.Ordinal);

        Assert.True(at >= 0);
        Assert.Throws<FormatException>(() => ReleaseSerializer.Read(Encoding.UTF8.GetBytes(text[..at] + strange + text[(at + known.Length)..])));
    }
}
