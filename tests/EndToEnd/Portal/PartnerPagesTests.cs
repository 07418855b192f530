using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EndToEnd.Support;
using Host.Security;
using Ingest.Catalogue;
using Ingest.Intake;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>A partner in the browser: check, hand in, mend, withdraw, report a quarter without a case; its own things and nobody else's.</summary>
[Trait("culture", "last")]
public sealed partial class PartnerPagesTests : IAsyncLifetime
{
    private const string Canary = "Kanaryaoğlu";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private SitePortal _portal = null!;

    private static PartnerId First => new(Site.Partners[0].Id);

    private static PartnerId Second => new(Site.Partners[1].Id);

    public async ValueTask InitializeAsync() => _portal = await SitePortal.StartAsync(_clock);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Check_KeepsNothingAndSaysWhatItFound()
    {
        using var desk = await UserAsync(First);
        using var answer = await desk.SendFileAsync("/en/desk/uploads/new", AgencyFile.Text(AgencyFile.Rows(7)), "any.csv", ("act", "check"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("The file can be accepted.", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Records</dt><dd>7</dd>", page, StringComparison.Ordinal);
        Assert.Empty(_portal.Desk.Store.Uploads().Value);
        Assert.Empty(_portal.Desk.Installation.Deliveries.Of(First.Value, 10));
    }

    [Fact]
    public async Task Check_TellsHowTheFileWasReadAndItsFindingsCanBeTakenAway()
    {
        using var desk = await UserAsync(First);
        using var answer = await desk.SendFileAsync("/en/desk/uploads/new", AgencyFile.Text(AgencyFile.Row(("Uyruğu", Canary))), "any.csv", ("act", "check"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<dt>Read as</dt><dd>UTF-8, ;</dd>", page, StringComparison.Ordinal);
        Assert.Matches("<span class=\"narrow\">[A-Z] \\(Uyruğu\\) · Rows: 2</span>", WebUtility.HtmlDecode(page));
        var held = Uri.UnescapeDataString(WebUtility.HtmlDecode(Held().Match(page).Groups["content"].Value));
        Assert.Contains("CodeUnknown,Error,", held, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, held + page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task HandingIn_GivesAReceiptThatCanBeReadAndDownloaded()
    {
        using var desk = await UserAsync(First);
        var file = AgencyFile.Text(AgencyFile.Rows(7));
        var number = await HandInAsync(desk, file);
        var receipt = await desk.ReadAsync($"/en/desk/uploads/{number}");

        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), receipt, StringComparison.Ordinal);
        Assert.Contains("records read 7, accepted 7", receipt, StringComparison.Ordinal);
        Assert.Contains($"\"upload\": \"{number}\"", await desk.ReadAsync($"/en/desk/uploads/{number}?handler=Receipt"), StringComparison.Ordinal);
        Assert.Contains(number, await desk.ReadAsync("/tr/desk/uploads"), StringComparison.Ordinal);

        using var again = await desk.SendFileAsync("/en/desk/uploads/new", file, "again.csv", ("act", "hand-in"));
        Assert.Contains("This file was accepted before", await desk.ReadAsync(again.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The file is not accepted")]
    [InlineData("tr", "Dosya kabul edilmedi")]
    public async Task FaultyFile_IsToldByRuleRowAndColumnWithoutAValue(string tongue, string title)
    {
        using var desk = await UserAsync(First);
        var file = AgencyFile.Text(AgencyFile.Row(("Uyruğu", Canary), ("Adı Soyadı", Canary), ("Kayıt Tarihi", "31.02.2025")), AgencyFile.Row(("Sektör", Canary)));
        using var answer = await desk.SendFileAsync($"/{tongue}/desk/uploads/new", file, $"{Canary}.csv", ("act", "hand-in"));
        var address = answer.Headers.Location!.OriginalString;
        var page = await desk.ReadAsync(address);

        Assert.Contains($"<h1>{title}", page, StringComparison.Ordinal);
        Assert.Contains("CodeUnknown", page, StringComparison.Ordinal);
        var csv = await desk.ReadAsync($"{address}?handler=Report&format=csv");
        Assert.Contains(tongue == "tr" ? "CodeUnknown;Error;" : "CodeUnknown,Error,", csv, StringComparison.Ordinal);
        foreach (var text in new[] { page, csv, await desk.ReadAsync($"{address}?handler=Report&format=json"), await desk.ReadAsync($"{address}?handler=Report&format=txt"), await desk.ReadAsync("/en/desk/uploads") })
        {
            Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("31.02", text, StringComparison.Ordinal);
        }

        await StoredBytes.AssertWithoutAsync(_portal.Folder, Canary);
    }

    [Fact]
    public async Task FaultyRows_MayBeLeftOutAndAreCounted()
    {
        using var desk = await UserAsync(First);
        var file = AgencyFile.Text([.. AgencyFile.Rows(5), AgencyFile.Row(("Sektör", Canary))]);
        using var check = await desk.SendFileAsync("/en/desk/uploads/new", file, "f.csv", ("act", "check"));
        Assert.Contains("name=\"withoutFaulty\"", await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var number = await HandInAsync(desk, file, ("withoutFaulty", "yes"));
        Assert.Contains("set aside as faulty 1", await desk.ReadAsync($"/en/desk/uploads/{number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_TakesThePlaceOfTheUploadAndNeedsAReason()
    {
        using var desk = await UserAsync(First);
        var first = await HandInAsync(desk, AgencyFile.Text(AgencyFile.Rows(5)));
        using var without = await desk.SendFileAsync($"/en/desk/uploads/new?replaces={first}", AgencyFile.Text(AgencyFile.Rows(6)), "f.csv", ("act", "hand-in"), ("replaces", first));
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
        var second = await HandInAsync(desk, AgencyFile.Text(AgencyFile.Rows(6)), ("replaces", first), ("reason", "one case was missing"));

        Assert.Equal([UploadState.Replaced, UploadState.Active], _portal.Desk.Store.Uploads().Value.Select(u => u.State));
        Assert.Contains("Replaced: one case was missing", await desk.ReadAsync($"/en/desk/uploads/{first}"), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Withdraw", await desk.ReadAsync($"/en/desk/uploads/{first}"), StringComparison.Ordinal);
        using var withdrawn = await desk.PostToAsync($"/en/desk/uploads/{second}", $"/en/desk/uploads/{second}?handler=Withdraw", ("reason", "sent by mistake"));
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal(UploadState.Withdrawn, _portal.Desk.Store.Uploads().Value[1].State);
    }

    [Fact]
    public async Task Partner_FindsNothingOfAnother()
    {
        using var desk = await UserAsync(First);
        var number = await HandInAsync(desk, AgencyFile.Text(AgencyFile.Rows(5)));
        var delivery = _portal.Desk.Installation.Deliveries.Of(First.Value, 1)[0].DeliveryId;
        _clock.Set("2025-07-10T09:00:00Z");
        using var mine = await UserAsync(First);
        using var nothing = await mine.PostToAsync("/en/desk/uploads", "/en/desk/uploads?handler=Nothing", ("quarter", "2025-Q2"));
        Assert.Equal(HttpStatusCode.Redirect, nothing.StatusCode);

        using var other = await UserAsync(Second);
        foreach (var address in new[] { $"/en/desk/uploads/{number}", $"/en/desk/uploads/{number}?handler=Receipt", $"/en/desk/uploads/new?replaces={number}", $"/en/desk/deliveries/{delivery}", $"/en/desk/deliveries/{delivery}?handler=Report&format=json" })
        {
            using var answer = await other.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, address);
        }

        Assert.DoesNotContain(number, await other.ReadAsync("/en/desk/uploads"), StringComparison.Ordinal);
        Assert.DoesNotContain("N000001", await other.ReadAsync("/en/desk/uploads"), StringComparison.Ordinal);
        using var withdraw = await other.PostToAsync("/en/desk/uploads", $"/en/desk/uploads/{number}?handler=Withdraw", ("reason", "not mine"));
        Assert.Equal(HttpStatusCode.NotFound, withdraw.StatusCode);
        using var takeBack = await other.PostToAsync("/en/desk/uploads", "/en/desk/uploads?handler=TakeBack", ("number", "N000001"), ("reason", "not mine"));
        Assert.Contains("There is no such upload.", await takeBack.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var replace = await other.SendFileAsync("/en/desk/uploads/new", AgencyFile.Text(AgencyFile.Rows(4)), "f.csv", ("act", "hand-in"), ("replaces", number), ("reason", "not mine"));
        Assert.Equal(HttpStatusCode.OK, replace.StatusCode);
        Assert.Equal([UploadState.Active], _portal.Desk.Store.Uploads().Value.Select(u => u.State));
    }

    [Fact]
    public async Task QuarterWithoutACase_IsReportedAndTakenBack()
    {
        using var desk = await UserAsync(First);
        Assert.Contains("name=\"quarter\" value=\"2025-Q1\"", await desk.ReadAsync("/en/desk/uploads"), StringComparison.Ordinal);
        using var given = await desk.PostToAsync("/en/desk/uploads", "/en/desk/uploads?handler=Nothing", ("quarter", "2025-Q1"));
        Assert.DoesNotContain("name=\"quarter\" value=\"2025-Q1\"", await desk.ReadAsync("/en/desk/uploads"), StringComparison.Ordinal);

        // Nobody knows yet what the running quarter brings.
        using var early = await desk.PostToAsync("/en/desk/uploads/new", "/en/desk/uploads?handler=Nothing", ("quarter", "2025-Q2"));
        Assert.Equal(HttpStatusCode.OK, early.StatusCode);
        using var back = await desk.PostToAsync("/en/desk/uploads", "/en/desk/uploads?handler=TakeBack", ("number", "N000001"), ("reason", "there was one"));
        Assert.Contains("name=\"quarter\" value=\"2025-Q1\"", await desk.ReadAsync("/en/desk/uploads"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_OfAPartnerIsRememberedForItsFilesAndForNobodyElses()
    {
        using var desk = await UserAsync(First);
        var file = AgencyFile.Text(AgencyFile.Row(("Sektör", "Narenciye bahçesi")));
        using var before = await desk.SendFileAsync("/en/desk/uploads/new", file, "f.csv", ("act", "check"));
        Assert.Contains("CodeUnknown", await before.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var said = await desk.PostToAsync("/en/desk/words", "/en/desk/words?handler=Add", ("word", "narenciye BAHÇESİ"), ("code", "sector:AGR"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        using var after = await desk.SendFileAsync("/en/desk/uploads/new", file, "f.csv", ("act", "check"));
        Assert.Contains("The file can be accepted.", await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = await desk.ReadAsync("/en/desk/words");
        Assert.Contains("of-", page, StringComparison.Ordinal);

        using var other = await UserAsync(Second);
        Assert.DoesNotContain("narenciye", await other.ReadAsync("/en/desk/words"), StringComparison.OrdinalIgnoreCase);
        using var foreign = await other.PostToAsync("/en/desk/words", "/en/desk/words?handler=Remove", ("number", "1"));
        Assert.Equal(HttpStatusCode.OK, foreign.StatusCode);
        using var forgotten = await desk.PostToAsync("/en/desk/words", "/en/desk/words?handler=Remove", ("number", "1"));
        Assert.Equal(HttpStatusCode.Redirect, forgotten.StatusCode);
        using var again = await desk.SendFileAsync("/en/desk/uploads/new", file, "f.csv", ("act", "check"));
        Assert.Contains("CodeUnknown", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10000000146", "sector:AGR")]
    [InlineData("worker 0532 123 45 67", "sector:AGR")]
    [InlineData("a@example.org", "sector:AGR")]
    [InlineData("tarım", "sector:AGR")]
    [InlineData("fields", "sector:NOSUCH")]
    [InlineData("fields", "nosuch:AGR")]
    [InlineData("fields", "sector")]
    [InlineData("", "sector:AGR")]
    public async Task Word_ThatIsNoneIsRefusedAndNotKept(string word, string code)
    {
        using var desk = await UserAsync(First);
        using var answer = await desk.PostToAsync("/en/desk/words", "/en/desk/words?handler=Add", ("word", word), ("code", code));
        Assert.Contains("class=\"problem\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(_portal.Desk.Words.Of(First).Value);
    }

    [Fact]
    public async Task Upload_WithoutItsTokenOrItsFileIsRefusedAndNeverLiesOnTheDisk()
    {
        using var desk = await UserAsync(First);
        using var form = new MultipartFormDataContent { { new StringContent("guess"), "form" }, { new StringContent("hand-in"), "act" }, { new ByteArrayContent(AgencyFile.Text(AgencyFile.Rows(7))), "file", "f.csv" } };
        using var forged = await desk.Client.PostAsync(new Uri("/en/desk/uploads/new", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var empty = await desk.PostAsync("/en/desk/uploads/new", ("act", "hand-in"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);

        // A file of a size that the framework's own reading of forms would put aside on the disk; it has no folder for that.
        using var large = await desk.SendFileAsync("/en/desk/uploads/new", AgencyFile.Text(AgencyFile.Rows(3000)), "f.csv", ("act", "check"));
        Assert.Equal(HttpStatusCode.OK, large.StatusCode);
        await using var buffered = new FileBufferingReadStream(new MemoryStream(new byte[4096]), memoryThreshold: 1024);
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => buffered.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    private static async Task<string> HandInAsync(DeskUser desk, byte[] file, params (string Name, string Value)[] fields)
    {
        using var answer = await desk.SendFileAsync("/en/desk/uploads/new", file, "export.csv", [("act", "hand-in"), .. fields]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await desk.ReadAsync(answer.Headers.Location!.OriginalString);
        return Number().Match(page).Value;
    }

    private async Task<DeskUser> UserAsync(PartnerId partner)
    {
        var installation = _portal.Desk.Installation;
        var name = string.Create(CultureInfo.InvariantCulture, $"of-{partner.Value.ToLowerInvariant()}");
        Assert.Null(installation.Users.Put(name, Site.Credential, [Role.Partner], "test", 1000, partner.Value).Failure);
        return await DeskUser.SignInAsync(_portal.Address, installation, name, Site.Credential);
    }

    [GeneratedRegex("href=\"data:text/csv;charset=utf-8,(?<content>[^\"]+)\" download")]
    private static partial Regex Held();

    [GeneratedRegex("U[0-9]{6}")]
    private static partial Regex Number();
}
