using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EndToEnd.Support;
using Host.Web.Uploads;
using Ingest.Intake;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The intake over HTTP, by real requests: one answer for one delivery, own deliveries only, nothing of a case in any answer.</summary>
[Trait("culture", "last")]
public sealed class UploadApiTests : IAsyncLifetime
{
    private const string Canary = "Kanaryaoğlu";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;

    private static string First => Site.Partners[0].Id;

    private static string Second => Site.Partners[1].Id;

    public async ValueTask InitializeAsync() => _portal = await SitePortal.StartAsync(_clock);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task GoodFile_GetsAReceiptThatCanBeReadAgain()
    {
        using var client = Client(KeyOf(First));
        using var sent = await PostAsync(client, AgencyFile.Text(AgencyFile.Rows(7)));
        var document = await JsonAsync(sent);

        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        Assert.Equal("accepted", document.GetProperty("state").GetString());
        Assert.Equal(7, document.GetProperty("answer").GetProperty("rowsAccepted").GetInt32());
        Assert.Equal(First, document.GetProperty("answer").GetProperty("partner").GetString());
        Assert.Equal(7, document.GetProperty("answer").GetProperty("report").GetProperty("accepted").GetInt32());

        using var again = await client.GetAsync(sent.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(document.GetRawText(), (await JsonAsync(again)).GetRawText());
    }

    [Fact]
    public async Task SameBytesTwice_GiveTheFirstReceipt()
    {
        using var client = Client(KeyOf(First));
        var file = AgencyFile.Text(AgencyFile.Rows(3));
        using var first = await PostAsync(client, file);
        using var form = new MultipartFormDataContent { { new StringContent("a note"), "note" }, { new ByteArrayContent(file), "file", "../../etc/passwd" } };
        using var second = await client.PostAsync(new Uri("/v1/uploads", UriKind.Relative), form, TestContext.Current.CancellationToken);

        var one = (await JsonAsync(first)).GetProperty("answer");
        var two = (await JsonAsync(second)).GetProperty("answer");
        Assert.False(one.GetProperty("alreadyAccepted").GetBoolean());
        Assert.True(two.GetProperty("alreadyAccepted").GetBoolean());
        Assert.False(two.TryGetProperty("report", out _));
        Assert.Equal(one.GetProperty("upload").GetString(), two.GetProperty("upload").GetString());
    }

    [Fact]
    public async Task RetryKey_StandsForOneDeliveryAndOneFile()
    {
        using var client = Client(KeyOf(First));
        var file = AgencyFile.Text(AgencyFile.Rows(2));
        using var first = await PostAsync(client, file, "monday");
        using var retried = await PostAsync(client, file, "monday");
        using var other = await PostAsync(client, AgencyFile.Text(AgencyFile.Rows(4)), "monday");

        Assert.Equal(first.Headers.Location, retried.Headers.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("RetryKeyReused", (await JsonAsync(other)).GetProperty("code").GetString());
        Assert.Single((await ListAsync(client)).EnumerateArray());
        await StoredBytes.AssertWithoutAsync(_portal.Folder, "monday");
        await StoredBytes.AssertWithoutAsync(_portal.Folder, "rowsAccepted");
        using var neighbour = Client(KeyOf(Second));
        using var same = await PostAsync(neighbour, AgencyFile.Text(AgencyFile.Rows(5)), "monday");
        Assert.Equal(HttpStatusCode.Accepted, same.StatusCode);
    }

    [Fact]
    public async Task FaultyFile_IsAnsweredByRuleAndRowAndWithoutAValue()
    {
        using var client = Client(KeyOf(First));
        var file = AgencyFile.Text(AgencyFile.Row(("Uyruğu", Canary), ("Adı Soyadı", Canary), ("Kayıt Tarihi", "31.02.2025")), AgencyFile.Row(("Sektör", Canary)));
        using var sent = await PostAsync(client, file);
        var text = await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("rejected", JsonDocument.Parse(text).RootElement.GetProperty("state").GetString());
        Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(Canary)), text, StringComparison.OrdinalIgnoreCase);
        await StoredBytes.AssertWithoutAsync(_portal.Folder, Canary);
    }

    [Fact]
    public async Task TooLargeRequest_IsTheCallersFaultAndLeavesItsRetryKeyFree()
    {
        using var client = Client(KeyOf(First));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/uploads") { Content = new StreamContent(new Endless(SentFile.MostBytes + 1)) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("Idempotency-Key", "large");
        using var refused = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal("RequestBad", (await JsonAsync(refused)).GetProperty("code").GetString());
        Assert.StartsWith("default-src 'none'", Assert.Single(refused.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var again = await PostAsync(client, AgencyFile.Text(AgencyFile.Rows(2)), "large");
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
    }

    [Fact]
    public async Task Partner_SeesNoDeliveryOfAnother()
    {
        using var mine = Client(KeyOf(First));
        using var sent = await PostAsync(mine, AgencyFile.Text(AgencyFile.Rows(2)));
        using var other = Client(KeyOf(Second));
        using var peek = await other.GetAsync(sent.Headers.Location, TestContext.Current.CancellationToken);
        using var nothing = await other.GetAsync(new Uri("/v1/uploads/0000000000000000", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, peek.StatusCode);
        Assert.Equal(await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await peek.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await ListAsync(other)).EnumerateArray());
    }

    [Fact]
    public async Task BadKey_IsRefusedInOneWayWhateverIsWrongWithIt()
    {
        var good = KeyOf(First);
        var ended = KeyOf(First);
        Assert.Null(_portal.Desk.Installation.PartnerKeys.Revoke(ended.Split('_')[1], "test").Failure);
        var expired = KeyOf(First, TimeSpan.FromMinutes(1));
        _clock.Set("2025-04-10T09:02:00Z");
        var answers = new List<string>();
        foreach (var key in new[] { null, "", "rpk", good[..^1], good[..^1] + (good[^1] == '0' ? '1' : '0'), ended, expired, $"rpk_{Second}_{good.Split('_')[2]}" })
        {
            using var client = Client(key);
            using var refused = await PostAsync(client, AgencyFile.Text(AgencyFile.Rows(1)));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            answers.Add(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        using var still = Client(good);
        Assert.Empty((await ListAsync(still)).EnumerateArray());
    }

    [Fact]
    public void Partner_HasAtMostTwoGoodKeys()
    {
        var first = KeyOf(First);
        KeyOf(First);
        Assert.Equal("PartnerKeysTwo", _portal.Desk.Installation.PartnerKeys.Issue(First, TimeSpan.FromDays(1), "test").Failure?.Code);
        Assert.Null(_portal.Desk.Installation.PartnerKeys.Revoke(first.Split('_')[1], "test").Failure);
        Assert.NotNull(KeyOf(First));
    }

    [Fact]
    public async Task Validation_KeepsNothing()
    {
        using var client = Client(KeyOf(First));
        using var content = new ByteArrayContent(AgencyFile.Text(AgencyFile.Rows(3)));
        using var answer = await client.PostAsync(new Uri("/v1/validations", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty((await ListAsync(client)).EnumerateArray());
        using var sent = await PostAsync(client, AgencyFile.Text(AgencyFile.Rows(3)));
        Assert.False((await JsonAsync(sent)).GetProperty("answer").GetProperty("alreadyAccepted").GetBoolean());
    }

    [Fact]
    public async Task ManyAtOnce_AreAllTakenOnce()
    {
        string[] keys = [KeyOf(First), KeyOf(First)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            using var client = Client(keys[i % keys.Length]);
            using var sent = await PostAsync(client, AgencyFile.Text(AgencyFile.Rows(10 + i)));
            Assert.True(sent.StatusCode == HttpStatusCode.Accepted, await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var document = await JsonAsync(sent);
            Assert.True(document.GetProperty("state").GetString() == "accepted", document.GetRawText());
            return document.GetProperty("answer").GetProperty("upload").GetString();
        }));

        Assert.Equal(24, answers.Distinct(StringComparer.Ordinal).Count());
        using var mine = Client(keys[0]);
        Assert.Equal(24, (await ListAsync(mine)).GetArrayLength());
    }

    [Fact]
    public async Task Request_WithoutAFileOrWithALongRetryKeyIsToldSo()
    {
        using var client = Client(KeyOf(First));
        using var form = new MultipartFormDataContent { { new StringContent("a note"), "note" } };
        using var empty = await client.PostAsync(new Uri("/v1/uploads", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var wordy = await PostAsync(client, AgencyFile.Text(AgencyFile.Rows(1)), new string('k', 201));

        Assert.Equal("FileNotSent", (await JsonAsync(empty)).GetProperty("code").GetString());
        Assert.Equal("RetryKeyLong", (await JsonAsync(wordy)).GetProperty("code").GetString());
        Assert.Equal("application/problem+json", wordy.Content.Headers.ContentType?.MediaType);
    }

    private string KeyOf(string partner, TimeSpan? life = null) =>
        _portal.Desk.Installation.PartnerKeys.Issue(new PartnerId(partner).Value, life ?? TimeSpan.FromDays(30), "test").Succeeded(out var key, out var failure)
            ? key
            : throw new InvalidOperationException(failure.Code);

    private HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = _portal.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] file, string? retryKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/uploads") { Content = new ByteArrayContent(file) };
        if (retryKey is not null)
        {
            request.Headers.Add("Idempotency-Key", retryKey);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).RootElement;

    private static async Task<JsonElement> ListAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/v1/uploads", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await JsonAsync(answer)).GetProperty("uploads");
    }
}
