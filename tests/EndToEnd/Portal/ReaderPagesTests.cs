using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using EndToEnd.Architecture;
using EndToEnd.Demonstration;
using EndToEnd.Support;
using Host.Auditing;
using Host.Quarters;
using Host.Security;
using Host.Web.Pages.Desk;
using Host.Web.Uploads;
using Host.Web.Wording;
using Host.Workflow;
using Ingest.Catalogue;
using Ingest.Rules;
using Ingest.Templates;
using Reports.Commentary;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>What a reader gets over HTTP: every page in both languages, the figures of the release and no others, and nothing that is not published.</summary>
public sealed partial class ReaderPagesTests(SamplePortal portal, SampleBulletins bulletins)
{
    private readonly SamplePortal _portal = portal.Over(bulletins);

    public static TheoryData<string, string> EveryPage
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var tongue in new[] { "tr", "en" })
            {
                foreach (var page in SamplePortal.Pages)
                {
                    data.Add(tongue, page);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task Page_IsThereInBothLanguagesAndSaysThatItsFiguresAreInvented(string tongue, string page)
    {
        using var client = await _portal.ClientAsync();
        using var answer = await client.GetAsync(new Uri($"/{tongue}{page}", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"<html lang=\"{tongue}\">", html, StringComparison.Ordinal);
        Assert.Single(Heading().Matches(html));
        Assert.Contains("class=\"sample\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-Q1")]
    [InlineData("2025-Q4")]
    [InlineData("2025")]
    public async Task Release_PrintsTheFiguresOfTheTidyFilesAndNoOthers(string period)
    {
        using var client = await _portal.ClientAsync();
        var html = await client.GetStringAsync(new Uri($"/en/releases/{period}.1", UriKind.Relative), TestContext.Current.CancellationToken);
        var sections = Section().Matches(html).ToDictionary(m => m.Groups["id"].Value, m => m.Value);
        var files = Directory.GetFiles(Path.Combine(_portal.Bulletins.Out, "published", period), "*.csv");

        Assert.Equal(files.Length, sections.Count);
        foreach (var file in files)
        {
            var cells = File.ReadAllLines(file).Skip(1).Select(l => l.Split(',')).ToArray();
            var isCrossed = cells[0].Length == 5;
            var counted = cells.Select(c => c[^1] == "c" ? "[c]" : c[^1].Length > 0 ? $"[{c[^1]}]" : Grouped(c[^2])).Order(StringComparer.Ordinal);
            var printed = Row().Matches(sections[Path.GetFileNameWithoutExtension(file)])
                .SelectMany(r => Cell().Matches(r.Value).Select(c => c.Groups["text"].Value).Take(isCrossed ? int.MaxValue : 1))
                .Order(StringComparer.Ordinal);
            Assert.Equal(counted, printed);
        }
    }

    [Theory]
    [InlineData("/en/sectors/NOSUCH")]
    [InlineData("/en/releases/2024-Q1.1")]
    [InlineData("/en/1999")]
    [InlineData("/de")]
    [InlineData("/files/2025-Q4/nothing.csv")]
    [InlineData("/files/2025-Q4/%2e%2e/%2e%2e/private/workflow.db")]
    [InlineData("/files/2025-Q4/..%2f..%2fkeys%2fkeyring.json")]
    [InlineData("/files/..%2fprivate/workflow.db")]
    [InlineData("/files/private/workflow.db")]
    [InlineData("/assets/keyring.json")]
    public async Task WhatIsNotPublished_IsNotThere(string address)
    {
        using var client = await _portal.ClientAsync();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_PrintsTheFiguresOfEachPeriodsOwnRelease()
    {
        using var client = await _portal.ClientAsync();
        var html = await client.GetStringAsync(new Uri("/en/releases/2025-Q4.1", UriKind.Relative), TestContext.Current.CancellationToken);
        var printed = Row().Matches(Trend().Match(html).Value).Select(r => Cell().Match(r.Value).Groups["text"].Value);
        var published = new[] { "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4" }
            .Select(p => File.ReadAllLines(Path.Combine(_portal.Bulletins.Out, "published", p, "identified.csv")).Single(l => l.Contains(",ACT,", StringComparison.Ordinal)).Split(',')[^2]);

        Assert.Equal(published, printed);
        Assert.Contains(Trend().Match(html).Value, await client.GetStringAsync(new Uri("/en", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?period=2025-Q1&table=sectors", "/en/releases/2025-Q1.1?table=sectors")]
    [InlineData("?period=2025&table=", "/en/releases/2025.1")]
    [InlineData("?period=2025-Q4&table=sectors", null)]
    [InlineData("?period=1999-Q1", null)]
    [InlineData("?period=nothing", null)]
    public async Task Period_ThatIsChosenLeadsToItsReleaseAndKeepsTheTable(string choice, string? expected)
    {
        using var client = await _portal.ClientAsync();
        using var answer = await client.GetAsync(new Uri($"/en/releases/2025-Q4.1{choice}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected is null ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("identified")]
    [InlineData("sectors-by-group")]
    public async Task EveryDownload_OnAReleaseIsThere(string table)
    {
        using var client = await _portal.ClientAsync();
        var html = await client.GetStringAsync(new Uri($"/tr/releases/2025-Q4.1?table={table}", UriKind.Relative), TestContext.Current.CancellationToken);
        var files = FileAddress().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["address"].Value)).Distinct(StringComparer.Ordinal).ToArray();

        Assert.Equal(["csv", "json", "png", "svg", "xlsx"], files.Select(f => Path.GetExtension(f.Split('?')[0])[1..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, file);
        }
    }

    [Fact]
    public async Task Download_IsThePublishedFileAndIsNotSentTwice()
    {
        using var client = await _portal.ClientAsync();
        foreach (var file in new[] { "sectors.csv", "bulletin.tr.xlsx", "charts/sectors.en.png", "proof.json" })
        {
            var address = new Uri($"/files/2025-Q4/{file}", UriKind.Relative);
            using var first = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(
                await File.ReadAllBytesAsync(Path.Combine(_portal.Bulletins.Out, "published", "2025-Q4", file), TestContext.Current.CancellationToken),
                await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await client.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }

    [Fact]
    public async Task StrangeFileInAPublishedFolder_IsNotSent()
    {
        using var client = await _portal.ClientAsync();
        foreach (var name in new[] { "notes.txt", "other.csv", "charts/strange.en.svg" })
        {
            var place = Path.Combine(_portal.Bulletins.Out, "published", "2025-Q4", name);
            await File.WriteAllTextAsync(place, "left here by mistake", TestContext.Current.CancellationToken);
            try
            {
                using var answer = await client.GetAsync(new Uri($"/files/2025-Q4/{name}", UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
            finally
            {
                File.Delete(place);
            }
        }
    }

    [Theory]
    [InlineData("/en/releases/2025.1?table=sectors", "/tr/releases/2025.1?table=sectors")]
    [InlineData("/tr/sectors/NOSUCH", "/en/sectors/NOSUCH")]
    [InlineData("/nothing", "/en")]
    [InlineData("/en", "/tr")]
    public async Task OtherLanguage_IsTheSamePage(string address, string expected)
    {
        using var client = await _portal.ClientAsync();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"class=\"tongue\" href=\"{expected}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfEveryKeyIsThereAndNoneIsLeftOver()
    {
        var pages = SourceTree.Files.Where(f => f.StartsWith("src/Host/Web/Pages/", StringComparison.Ordinal)).Select(SourceTree.Read).ToArray();
        var texts = new SiteTexts().Keys.ToHashSet(StringComparer.Ordinal);
        Assert.Empty(pages.SelectMany(p => Key().Matches(p)).Select(m => m.Groups["key"].Value).Except(texts, StringComparer.Ordinal));

        var named = pages.SelectMany(p => Word().Matches(p)).Select(m => m.Groups["word"].Value).ToHashSet(StringComparer.Ordinal);
        named.UnionWith(MethodPart().Matches(SourceTree.Read("src/Host/Web/Pages/Readers/MethodModel.cs")).Select(m => $"{m.Groups["key"].Value}Title"));
        named.UnionWith(DeskPlace.All.Select(p => $"{p.Title}About"));
        named.Add(AuditWords.RefusedText);
        named.UnionWith(Named<Role>());
        named.UnionWith(Named<ReleaseAct>("Act"));
        named.UnionWith(Named<UploadStage>("Stage"));
        named.UnionWith(Named<UploadState>("Upload"));
        named.UnionWith(Named<Severity>());
        named.UnionWith(Named<TemplateKind>("Kind"));
        named.UnionWith(Named<ConsentReason>("Consent"));
        named.UnionWith(Enum.GetNames<QuarterStage>().SelectMany(s => new[] { $"Stage{s}", $"Next{s}" }));
        named.UnionWith(Enum.GetNames<CommentaryFault>().Select(f => $"Broken{f}"));
        named.UnionWith(Enum.GetNames<ChecklistKind>().Select(k => $"Check{k}"));
        Assert.Empty(texts.Where(k => !k.StartsWith(AuditWords.Beginning, StringComparison.Ordinal)).Except(named, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Named<T>(string? beginning = null)
        where T : struct, Enum => Enum.GetNames<T>().Select(n => $"{beginning ?? typeof(T).Name}{n}");

    [Theory]
    [InlineData("identity", "")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    public async Task Page_IsKeptInTheFormThatTheCallerReads(string wish, string expected)
    {
        using var client = await _portal.ClientAsync();
        var plain = await client.GetByteArrayAsync(new Uri("/tr/method", UriKind.Relative), TestContext.Current.CancellationToken);
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/tr/method");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", wish);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected, string.Concat(answer.Content.Headers.ContentEncoding));
            Assert.True(expected.Length == 0 || answer.Headers.Vary.Contains("Accept-Encoding"));
            await using var sent = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using var read = expected switch { "br" => new BrotliStream(sent, CompressionMode.Decompress), "gzip" => new GZipStream(sent, CompressionMode.Decompress), _ => sent };
            using var page = new MemoryStream();
            await read.CopyToAsync(page, TestContext.Current.CancellationToken);
            Assert.Equal(plain, page.ToArray());
        }
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9,tr;q=0.5", "/en")]
    [InlineData("tr", "/tr")]
    [InlineData("de", "/tr")]
    [InlineData("de,tr;q=0.3,en;q=0.4", "/en")]
    public async Task FirstAddress_LeadsToTheReadersLanguage(string accepted, string expected)
    {
        using var client = await _portal.ClientAsync();
        client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Server_WhosePortIsTakenSaysSoAndEnds()
    {
        var port = new Uri(await _portal.AddressAsync()).Port;
        var second = new ReportingProcess();
        var code = await second.RunAsync("serve", "--demo", "--out", bulletins.Out, "--port", port.ToString(CultureInfo.InvariantCulture));

        Assert.True(code == 7, second.Output + second.Error);
        Assert.DoesNotContain("Exception", second.Error, StringComparison.Ordinal);
    }

    private static string Grouped(string count) => int.Parse(count, NumberStyles.None, CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?:Model|reader|desk|this)\\[\"(?<key>[A-Z][A-Za-z]+)\"\\]|Refuse\\(\"(?<key>[A-Z][A-Za-z]+)\"\\)")]
    private static partial Regex Key();

    [GeneratedRegex("\"(?<word>[A-Z][A-Za-z]+)\"")]
    private static partial Regex Word();

    [GeneratedRegex("\"(?<key>Method[A-Za-z]+)\"")]
    private static partial Regex MethodPart();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<section class=\"figure\" id=\"(?<id>[^\"]+)\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("<section class=\"trend\" id=\"identified-series\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Trend();

    [GeneratedRegex("(?:href|src)=\"(?<address>/(?:files|v1)/[^\"]+)\"")]
    private static partial Regex FileAddress();

    [GeneratedRegex("<th scope=\"row\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td class=\"number [^\"]*\">(?<text>[^<]*)</td>")]
    private static partial Regex Cell();
}
