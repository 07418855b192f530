using System.Text.RegularExpressions;
using Host.Texts;
using Publication.Tables;

namespace Host.Tests.Texts;

public sealed partial class MessagesTests
{
    private readonly Messages _tr = Messages.In(Language.Tr);
    private readonly Messages _en = Messages.In(Language.En);

    [Fact]
    public void BothLanguages_HaveTheSameTexts() => Assert.Equal(_tr.Keys, _en.Keys);

    [Fact]
    public void EveryText_UsesTheSamePlacesInBothLanguages() => Assert.All(_tr.Keys, key => Assert.Equal(PlacesOf(_tr[key]), PlacesOf(_en[key])));

    [Fact]
    public void EveryText_IsThere_AndHasNoBlankAtItsEnd() =>
        Assert.All(_tr.Keys.SelectMany(k => new[] { _tr[k], _en[k] }), t => Assert.Matches("^.*[^ ]$", t));

    [Fact]
    public void Number_IsWrittenInTheLanguageAsked()
    {
        Assert.Contains("1.234", _tr.Format("Sampled", 1234.ToString("N0", _tr.Culture), "x"), StringComparison.Ordinal);
        Assert.Contains("1,234", _en.Format("Sampled", 1234.ToString("N0", _en.Culture), "x"), StringComparison.Ordinal);
    }

    private static string[] PlacesOf(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();
}
