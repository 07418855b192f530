using System.Text.RegularExpressions;
using Publication.Tables;
using Reports.Wording;

namespace Reports.Tests.Wording;

public sealed partial class WordsTests
{
    [Fact]
    public void EveryWord_HasBothLanguagesWithTheSamePlaceholders()
    {
        foreach (var word in Enum.GetValues<Word>())
        {
            var tr = Words.Of(word, Language.Tr);
            var en = Words.Of(word, Language.En);
            Assert.False(string.IsNullOrWhiteSpace(tr), word.ToString());
            Assert.Equal(Placeholders(tr), Placeholders(en));
        }
    }

    [Fact]
    public void HiddenWords_DenyEveryReading()
    {
        Assert.Contains("\"none\"", Words.Of(Word.HiddenDoesNotMean, Language.En), StringComparison.Ordinal);
        Assert.Contains("\"at least one\"", Words.Of(Word.HiddenDoesNotMean, Language.En), StringComparison.Ordinal);
        Assert.Contains("\"sıfır\"", Words.Of(Word.HiddenDoesNotMean, Language.Tr), StringComparison.Ordinal);
        Assert.Contains("\"en az bir kişi\"", Words.Of(Word.HiddenDoesNotMean, Language.Tr), StringComparison.Ordinal);
    }

    private static string[] Placeholders(string text) => [.. Brace().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Brace();
}
