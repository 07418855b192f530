using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EndToEnd.Demonstration;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>What programs get of what is published: the figures of the tidy files in every format, under tags and addresses that hold.</summary>
public sealed class ReleaseApiTests(SamplePortal portal, SampleBulletins bulletins)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly SamplePortal _portal = portal.Over(bulletins);

    [Fact]
    public async Task List_HasEveryReleaseOnceOverItsPages()
    {
        using var client = await _portal.ClientAsync();
        var whole = await JsonAsync(client, "/v1/releases");
        var all = IdsOf(whole);
        Assert.Equal(["2025-Q1.1", "2025-Q2.1", "2025-Q3.1", "2025-Q4.1", "2025.1"], all.Order(StringComparer.Ordinal));
        Assert.Equal(1, whole.GetProperty("totalPages").GetInt32());
        Assert.All(whole.GetProperty("releases").EnumerateArray(), r => Assert.Equal("current", r.GetProperty("status").GetString()));

        var paged = new List<string>();
        for (var page = 1; page <= 4; page++)
        {
            var part = await JsonAsync(client, $"/v1/releases?page={page}&pageSize=2");
            Assert.Equal((page, 2, 3, all.Count), (part.GetProperty("page").GetInt32(), part.GetProperty("pageSize").GetInt32(), part.GetProperty("totalPages").GetInt32(), part.GetProperty("totalResults").GetInt32()));
            paged.AddRange(IdsOf(part));
        }

        Assert.Equal(all, paged);
        Assert.Empty(IdsOf(await JsonAsync(client, $"/v1/releases?page={int.MaxValue}&pageSize=200")));
    }

    [Theory]
    [InlineData("page=0", "PageWrong")]
    [InlineData("pageSize=0", "PageWrong")]
    [InlineData("pageSize=201", "PageWrong")]
    [InlineData("page=1,5", "RequestBad")]
    [InlineData("page=99999999999", "RequestBad")]
    public async Task WrongPage_IsRefusedByName(string query, string code)
    {
        using var client = await _portal.ClientAsync();
        await AssertProblemAsync(client, $"/v1/releases?{query}", HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Table_IsTheTidyFileInEveryFormat()
    {
        using var client = await _portal.ClientAsync();
        foreach (var file in Directory.GetFiles(Path.Combine(_portal.Bulletins.Out, "published", "2025-Q4"), "*.csv"))
        {
            var table = Path.GetFileNameWithoutExtension(file);
            var csv = await client.GetByteArrayAsync(new Uri($"/v1/releases/2025-Q4.1/tables/{table}.csv", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), csv);

            var json = await JsonAsync(client, $"/v1/releases/2025-Q4.1/tables/{table}.json?language=en");
            Assert.Equal(Lines(File.ReadAllText(file)), Lines(json));

            await using var workbook = await client.GetStreamAsync(new Uri($"/v1/releases/2025-Q4.1/tables/{table}.xlsx?language=tr", UriKind.Relative), TestContext.Current.CancellationToken);
            using var zip = new ZipArchive(workbook);
            Assert.NotNull(zip.GetEntry("xl/workbook.xml"));
        }
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("text/*", "text/csv")]
    [InlineData("application/json;q=0.5, text/csv", "text/csv")]
    [InlineData("text/html, application/json;q=0, */*;q=0.1", "text/csv")]
    [InlineData(Xlsx, Xlsx)]
    public async Task Format_IsTheOneThatTheCallerLikesBest(string? accept, string expected)
    {
        using var client = await _portal.ClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/releases/2025-Q4.1/tables/sectors");
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/v1/releases/2025-Q4.1/tables/sectors.csv", true)]
    [InlineData("/v1/releases/2025-Q4.1/tables/sectors.json", true)]
    [InlineData("/v1/releases/2025-Q4.1/tables/sectors.xlsx", true)]
    [InlineData("/v1/releases/latest/tables/sectors.csv", false)]
    [InlineData("/v1/releases/2025/tables/sectors.csv", false)]
    [InlineData("/v1/releases/2025-Q4.1", false)]
    [InlineData("/v1/releases/latest", false)]
    [InlineData("/v1/releases", false)]
    [InlineData("/v1/openapi.json", false)]
    public async Task Answer_IsNotSentTwiceAndLastsAsLongAsItsAddressMeansTheSame(string address, bool isForGood)
    {
        using var client = await _portal.ClientAsync();
        using var first = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(isForGood, first.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal));
        Assert.Equal(isForGood ? TimeSpan.FromDays(365) : TimeSpan.FromMinutes(1), first.Headers.CacheControl.MaxAge);

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task EveryFormatAndLanguage_HasATagOfItsOwn()
    {
        using var client = await _portal.ClientAsync();
        var tags = new List<string>();
        foreach (var name in new[] { "sectors.csv", "sectors.json?language=tr", "sectors.json?language=en", "sectors.xlsx?language=tr", "sectors.xlsx?language=en", "forms.csv" })
        {
            using var answer = await client.GetAsync(new Uri($"/v1/releases/2025-Q4.1/tables/{name}", UriKind.Relative), TestContext.Current.CancellationToken);
            tags.Add(answer.Headers.ETag!.Tag);
        }

        Assert.Equal(tags.Count, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Latest_IsTheNewestQuarterAndSaysItsPermanentAddress()
    {
        using var client = await _portal.ClientAsync();
        using var latest = await client.GetAsync(new Uri("/v1/releases/latest/tables/sectors.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/v1/releases/2025-Q4.1/tables/sectors.csv", latest.Content.Headers.ContentLocation?.OriginalString);
        var release = await JsonAsync(client, "/v1/releases/latest");
        Assert.Equal("2025-Q4.1", release.GetProperty("id").GetString());
        Assert.Equal("current", release.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, release.GetProperty("supersededBy").ValueKind);
        foreach (var table in release.GetProperty("tables").EnumerateArray())
        {
            using var linked = await client.GetAsync(new Uri(table.GetProperty("csv").GetString()!, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
        }
    }

    [Theory]
    [InlineData("/v1/releases/2024-Q1.1", 404, "ReleaseNotPublished")]
    [InlineData("/v1/releases/2024", 404, "ReleaseNotPublished")]
    [InlineData("/v1/releases/2025-Q4.1-d1", 404, "ReleaseNotPublished")]
    [InlineData("/v1/releases/newest/tables/sectors.csv", 404, "ReleaseNotPublished")]
    [InlineData("/v1/releases/2025-Q4.1/tables/nothing", 404, "TableUnknown")]
    [InlineData("/v1/releases/2025-Q4.1/tables/sectors.parquet", 404, "TableUnknown")]
    [InlineData("/v1/releases/2025-Q4.1/tables/sectors.csv.csv", 404, "TableUnknown")]
    [InlineData("/v1/releases/2025-Q4.1/tables/..%2f..%2fprivate", 404, "TableUnknown")]
    [InlineData("/v1/releases/2025-Q4.1/tables/sectors?language=de", 400, "LanguageNotOffered")]
    [InlineData("/v1", 404, "AddressUnknown")]
    [InlineData("/v1/", 404, "AddressUnknown")]
    [InlineData("/v1/release", 404, "AddressUnknown")]
    [InlineData("/v1/releases/2025-Q4.1/tables", 404, "AddressUnknown")]
    [InlineData("/v1/validations", 404, "AddressUnknown")]
    public async Task WhatIsNotThere_IsRefusedByName(string address, int status, string code)
    {
        using var client = await _portal.ClientAsync();
        await AssertProblemAsync(client, address, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task FormatThatNobodyWrites_IsRefusedByName()
    {
        using var client = await _portal.ClientAsync();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/pdf");
        await AssertProblemAsync(client, "/v1/releases/2025-Q4.1/tables/sectors", HttpStatusCode.NotAcceptable, "FormatNotOffered");
    }

    private static async Task AssertProblemAsync(HttpClient client, string address, HttpStatusCode status, string code)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string address) =>
        JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;

    private static List<string> IdsOf(JsonElement list) => [.. list.GetProperty("releases").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];

    private static string[] Lines(string csv) => [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Order(StringComparer.Ordinal)];

    // As a reader of JSON-stat would lay it out again: the last dimension runs fastest.
    private static string[] Lines(JsonElement dataset)
    {
        var codes = dataset.GetProperty("id").EnumerateArray()
            .Select(d => dataset.GetProperty("dimension").GetProperty(d.GetString()!).GetProperty("category").GetProperty("index").EnumerateArray().Select(c => c.GetString()!).ToArray())
            .ToArray();
        Assert.Equal(dataset.GetProperty("size").EnumerateArray().Select(s => s.GetInt32()), codes.Select(c => c.Length));
        IEnumerable<string> rows = [""];
        foreach (var dimension in codes)
        {
            rows = [.. rows.SelectMany(_ => dimension, (row, code) => $"{row}{code},")];
        }

        var status = dataset.GetProperty("status");
        return
        [
            .. rows.Zip(dataset.GetProperty("value").EnumerateArray())
                .Select((cell, i) => $"{cell.First}{cell.Second.GetRawText().Replace("null", "", StringComparison.Ordinal)},{(status.TryGetProperty($"{i}", out var mark) ? mark.GetString() : "")}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
