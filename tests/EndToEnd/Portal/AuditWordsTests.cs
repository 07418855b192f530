using System.Text.RegularExpressions;
using EndToEnd.Architecture;
using Host.Auditing;
using Host.Web.Wording;
using Host.Workflow;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>Whatever the program can write into an audit chain is told in words, in both languages.</summary>
public sealed partial class AuditWordsTests
{
    private static readonly SiteTexts Texts = new();

    [Fact]
    public void EveryActOfTheSources_HasWords_AndNoWordsAreLeftOver()
    {
        var worded = Texts.Keys.Where(k => k.StartsWith(AuditWords.Beginning, StringComparison.Ordinal)).Select(k => k[AuditWords.Beginning.Length..]).ToHashSet(StringComparer.Ordinal);
        var written = OfTheWorkflow().Concat(OfTheStore()).Select(c => worded.Contains(c) ? c : Tried(c)).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("publish-seal", written);
        Assert.Contains("sign-in-provider", written);
        Assert.Contains("upload.accepted", written);
        Assert.Equal(written.Order(StringComparer.Ordinal), worded.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("approve", "Onayladı", "Approved")]
    [InlineData("approve-refused", "Onayladı: reddedildi", "Approved: refused")]
    [InlineData("method-refused", "Yöntemi reddetti", "Refused the method")]
    [InlineData("from-a-later-version", "from-a-later-version", "from-a-later-version")]
    public void Act_IsToldInTheLanguageOfThePage(string code, string turkish, string english)
    {
        Assert.Equal(turkish, AuditWords.Of(code, Texts, Language.Tr));
        Assert.Equal(english, AuditWords.Of(code, Texts, Language.En));
    }

    private static string Tried(string code) => code.EndsWith(AuditWords.Refused, StringComparison.Ordinal) ? code[..^AuditWords.Refused.Length] : code;

    private static IEnumerable<string> OfTheWorkflow()
    {
        var sources = SourceTree.ProductCode.Where(f => f.StartsWith("src/Host/", StringComparison.Ordinal)).Select(SourceTree.Read).ToArray();
        var opinions = new[] { OpinionRow.Signed, OpinionRow.Refused, OpinionRow.Lifted }.Select(o => $"method-{o}");
        var recorded = sources.SelectMany(s => Recorded().Matches(s)).SelectMany(m => Code().Matches(m.Value));
        var handedOn = sources.SelectMany(s => HandedOn().Matches(s)).Select(m => Code().Match(m.Value)).Where(m => m.Success);
        return recorded.Concat(handedOn).Select(m => m.Groups["code"].Value).Concat(opinions);
    }

    private static IEnumerable<string> OfTheStore() =>
        SourceTree.ProductCode.Where(f => f.StartsWith("src/Ingest/Storage/", StringComparison.Ordinal)).Select(SourceTree.Read)
            .SelectMany(s => OfStore().Matches(s)).Select(m => m.Groups["code"].Value);

    /// <summary>A call that writes an entry, or opens a draft and thereby writes one: every code in it.</summary>
    [GeneratedRegex("(?:[Aa]udit\\.Record|DraftPreview\\.OpenAsync)\\((?:[^;{]|\\{[^;}]*\\})*")]
    private static partial Regex Recorded();

    /// <summary>A call that is handed the code of what it does: the first one in it.</summary>
    [GeneratedRegex("(?:write\\.Run|(?:=>|return) Change)\\([^;$]*?(?:,\\s*)\"[a-z-]+\",")]
    private static partial Regex HandedOn();

    [GeneratedRegex("(?<![$@])\"(?<code>[a-z]+(-[a-z]+)*)\"")]
    private static partial Regex Code();

    [GeneratedRegex("\"(?<code>(?:upload|nil|partner|consent|word|year|store|key)\\.[a-z]+)\"")]
    private static partial Regex OfStore();
}
