using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Host.Composition;
using Host.Demo;
using Host.Security;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>Somebody who signs in over HTTP as a browser without scripts would: forms, cookies, both factors.</summary>
internal sealed partial class DeskUser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    private DeskUser(Uri address, string? cookies = null)
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = address };
        if (cookies is not null)
        {
            _cookies.SetCookies(address, cookies);
        }
    }

    public HttpClient Client => _client;

    /// <summary>For a real browser.</summary>
    public IEnumerable<(string Name, string Value)> Cookies => _cookies.GetCookies(_client.BaseAddress!).Select(c => (c.Name, c.Value));

    /// <summary>Another browser with the same cookies, as a thief would have it.</summary>
    public DeskUser Copy() => new(_client.BaseAddress!, string.Join(',', _cookies.GetCookies(_client.BaseAddress!).Select(c => $"{c.Name}={c.Value}")));

    /// <summary>A user with no session.</summary>
    public static DeskUser Stranger(Uri address) => new(address);

    /// <summary>Signs in with a second factor that the test sets, so that one user may sign in several times within half a minute.</summary>
    public static async Task<DeskUser> SignInAsync(Uri address, Installation installation, string user, string password)
    {
        var desk = new DeskUser(address);
        installation.SecondFactors.Set(user, DemoSecret.Of(user));
        using var first = await desk.PostAsync("/en/sign-in", ("Name", user), ("Password", password));
        Assert.Equal("/en/second-factor", first.Headers.Location?.OriginalString);
        using var second = await desk.PostAsync("/en/second-factor", ("Code", CodeOf(installation, user)));
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        return desk;
    }

    public static string CodeOf(Installation installation, string user) => Totp.CodeAt(DemoSecret.Of(user), Totp.StepAt(installation.Clock.GetUtcNow()));

    public async Task<string> ReadAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Opens the page, fills its form, sends it.</summary>
    /// <param name="address">Of the page that has the form.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) => await PostToAsync(address, address, fields);

    /// <summary>Sends a form to another address than that of its page.</summary>
    public async Task<HttpResponseMessage> PostToAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await ReadAsync(page)).Groups["value"].Value;
        using var form = new FormUrlEncodedContent([new("form", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await _client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form that holds a file.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(string address, byte[] file, string fileName, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await ReadAsync(address)).Groups["value"].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "form" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        // In this form a name may hold anything, line breaks too.
        var content = new ByteArrayContent(file);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = fileName };
        form.Add(content);
        return await _client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"form\" type=\"hidden\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Token();
}
