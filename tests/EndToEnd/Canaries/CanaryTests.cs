using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using EndToEnd.Portal;
using EndToEnd.Support;
using Host.Composition;
using Host.Configuration;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Canaries;

/// <summary>
/// Canaries handed in through every door, accepted and rejected; the quarter is then drafted, approved and published. They are in no page of any role in either
/// language, in no answer, in no header, in no file that is kept or published.
/// </summary>
[Trait("culture", "last")]
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Draft = "2025-Q1.1-d1";
    private const string Quarter = "/en/desk/quarters/2025-Q1";

    // The others see what one of these sees, and an address signs in only so often in a minute.
    private static readonly string[] AfterPublication = ["", "partner", "analyst", "operator", "officer"];

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private readonly CanarySearch _search = new(Canary.All);
    private readonly List<string> _found = [];
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _looked = new(StringComparer.Ordinal);
    private SitePortal _portal = null!;
    private string _key = "";

    private Installation Installation => _portal.Desk.Installation;

    private static string Partner => Site.Partners[0].Id;

    public async ValueTask InitializeAsync() => _portal = await SitePortal.StartAsync(_clock, new WebSettings { ReadsPerMinute = 1_000_000 });

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Canary_IsNowhereFromTheDoorsToThePublication()
    {
        var token = TestContext.Current.CancellationToken;
        await SampleQuarter.TakeInAsync(_portal.Desk, backwards: false, token);
        _key = Installation.PartnerKeys.Issue(Partner, TimeSpan.FromDays(100), "test").Succeeded(out var key, out var failure) ? key : throw new InvalidOperationException(failure.Code);
        await HandInOverTheInterfaceAsync();
        await HandInInTheBrowserAsync();
        HandInByTheFolder();
        Assert.Equal(SampleQuarter.Files.Count + 4, _portal.Desk.Store.Uploads().Value.Count);

        _clock.Set("2025-04-22T09:00:00Z");
        Assert.Null((await _portal.Desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 1), "drafter", token)).Failure);
        Assert.Null(Installation.Approvals.Add(Installation.Drafts.Find(Draft)!, "approver").Failure);
        Assert.Null(Installation.EarlyReaders.Name(Installation.Drafts.Find(Draft)!, RoleUser.Make(Installation, "reader"), "publisher").Failure);
        await VisitEverythingAsync(RouteTable.Everybody);
        _clock.Set("2025-05-15T07:00:00Z");
        Assert.Null((await _portal.Desk.Publisher.PublishAsync(Draft, "publisher", token)).Failure);
        await VisitEverythingAsync(AfterPublication);

        _found.AddRange(_search.InFolder(_portal.Folder, mayBeNamed: path => path.StartsWith(_portal.Incoming, StringComparison.Ordinal)));
        Assert.Empty(_found);
        Assert.Empty(Places().SelectMany(p => p.Addresses).Except(_shown, StringComparer.Ordinal));
    }

    private async Task HandInOverTheInterfaceAsync()
    {
        using var client = Program();
        foreach (var (address, file, state) in new[]
        {
            ("/v1/validations", AgencyFile.Text([.. Canary.Good(20), .. Canary.Faulty]), ""),
            ("/v1/uploads", AgencyFile.Text(Canary.Good(20)), "accepted"),
            ("/v1/uploads", AgencyFile.Workbook(Canary.Faulty), "rejected"),
            ("/v1/uploads", Canary.WithOwnColumn(Canary.Faulty), "rejected"),
        })
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", Canary.FileName } };
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = form };
            request.Headers.Add("Idempotency-Key", Canary.RetryKey + file.Length);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Contains(state, await LookAsync(answer), StringComparison.Ordinal);
        }
    }

    private async Task HandInInTheBrowserAsync()
    {
        using var desk = await RoleUser.SignInAsync(_portal, "partner");
        foreach (var tongue in new[] { "en", "tr" })
        {
            foreach (var (file, act, without) in new[]
            {
                (AgencyFile.Text([.. Canary.Good(21), .. Canary.Faulty]), "check", ""),
                (AgencyFile.Text([.. Canary.Good(tongue == "en" ? 22 : 23), .. Canary.Faulty]), "hand-in", "yes"),
                (AgencyFile.Text(Canary.Faulty), "hand-in", ""),
            })
            {
                using var answer = await desk.SendFileAsync($"/{tongue}/desk/uploads/new", file, Canary.FileName, ("act", act), ("withoutFaulty", without));
                Assert.Equal(act == "check" ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
                await LookAsync(answer);
            }
        }
    }

    private void HandInByTheFolder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_portal.Incoming, Partner)).FullName;
        foreach (var (name, file) in new[] { ("a", AgencyFile.Text(Canary.Good(24))), ("b", Canary.WithOwnColumn(Canary.Faulty)) })
        {
            var path = Path.Combine(folder, name + Canary.FileName);
            File.WriteAllBytes(path, file);
            File.WriteAllText(path + ".ready", "");
        }

        _portal.Ticker.Tick();
        for (var i = 0; i < 600 && Directory.EnumerateFiles(folder).Any(); i++)
        {
            Thread.Sleep(100);
        }

        Assert.Equal(["accepted", "rejected"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private async Task VisitEverythingAsync(string[] users)
    {
        foreach (var user in users)
        {
            using var desk = await RoleUser.SignInAsync(_portal, user);
            foreach (var address in Places().Where(p => p.Users.Contains(user, StringComparer.Ordinal)).SelectMany(p => p.Addresses))
            {
                foreach (var written in address.StartsWith("/en", StringComparison.Ordinal) ? [address, "/tr" + address[3..]] : new[] { address })
                {
                    using var answer = await desk.Client.GetAsync(new Uri(written, UriKind.Relative), TestContext.Current.CancellationToken);
                    await LookAsync(answer);
                    if (answer.IsSuccessStatusCode)
                    {
                        _shown.Add(address);
                    }
                }
            }
        }

        using var program = Program();
        foreach (var address in Installation.Deliveries.Of(Partner, 100).Select(d => $"/v1/uploads/{d.DeliveryId}").Append("/v1/uploads"))
        {
            using var answer = await program.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await LookAsync(answer);
        }
    }

    // The addresses of the table that name something get the names of what is there; those that lead elsewhere are looked at as they are.
    private IEnumerable<(string[] Addresses, string[] Users)> Places()
    {
        foreach (var (route, address, users) in RouteTable.All)
        {
            if (Elsewhere.Contains(route))
            {
                continue;
            }

            yield return (NamedBy(route) is { Length: > 0 } named ? named : [address], users);
        }
    }

    // Redirections, refusals, and what asks for a key of a partner, which is visited on its own.
    private static readonly string[] Elsewhere =
    [
        "/", "/setup", "404", "{code:int:range(400,499)}", "/{**path}", "{tongue:language}/setup", "{tongue:language}/sign-in/provider", "{tongue:language}/sign-out",
        "/v1/uploads", "/v1/uploads/{id}", "/v1/validations", "{tongue:language}/{period:length(4,7)}",
    ];

    private string[] NamedBy(string route) => route switch
    {
        "/files/{period}/{**name}" => ["/files/2025-Q1/release.json", "/files/2025-Q1/sectors.csv"],
        "/v1/releases/{id}/tables/{table}" => [.. new[] { "csv", "json", "xlsx" }.Select(f => $"/v1/releases/2025-Q1.1/tables/sectors.{f}")],
        "{tongue:language}/releases/{id}" => ["/en/releases/2025-Q1.1"],
        "{tongue:language}/sectors/{code}" => ["/en/sectors/FSX"],
        "/desk/jobs/{**path}" => ["/desk/jobs", "/desk/jobs/jobs/succeeded", "/desk/jobs/jobs/failed"],
        "{tongue:language}/desk/templates" => ["/en/desk/templates"],
        "{tongue:language}/desk/uploads/{number:length(7,20)}" =>
            [.. _portal.Desk.Store.Uploads().Value.Where(u => u.Receipt.Partner.Value == Partner).SelectMany(u => new[] { $"/en/desk/uploads/{u.Receipt.Id}", $"/en/desk/uploads/{u.Receipt.Id}?handler=Receipt" })],
        "{tongue:language}/desk/deliveries/{id:length(16)}" =>
            [.. Installation.Deliveries.Of(Partner, 100).SelectMany(d => new[] { "", "?handler=Report&format=csv", "?handler=Report&format=json", "?handler=Report&format=txt" }.Select(f => $"/en/desk/deliveries/{d.DeliveryId}{f}"))],
        "{tongue:language}/desk/protection/{draft}" => [$"/en/desk/protection/{Draft}"],
        "{tongue:language}/desk/method/{draft}" => [$"/en/desk/method/{Draft}"],
        "{tongue:language}/desk/early/{draft}/{**name}" => [$"/en/desk/early/{Draft}", $"/en/desk/early/{Draft}/sectors.csv"],
        "{tongue:language}/desk/quarters/{period:length(4,7)}/preview/{**name}" => [$"{Quarter}/preview", $"{Quarter}/preview/sectors.csv"],
        _ => [],
    };

    private HttpClient Program()
    {
        var client = new HttpClient { BaseAddress = _portal.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        return client;
    }

    private async Task<string> LookAsync(HttpResponseMessage answer)
    {
        Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{answer.RequestMessage!.RequestUri} {answer.StatusCode}");
        var place = $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.AbsolutePath}";
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        _found.AddRange(_search.In($"{place}, headers", Encoding.UTF8.GetBytes($"{answer.Headers}{answer.Content.Headers}")));
        if (_looked.Add(Convert.ToHexString(SHA256.HashData(body))))
        {
            _found.AddRange(_search.In(place, body));
        }

        return Encoding.UTF8.GetString(body);
    }
}
