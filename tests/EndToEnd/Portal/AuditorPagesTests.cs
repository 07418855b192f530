using System.Net;
using System.Text.RegularExpressions;
using EndToEnd.Support;
using Host.Composition;
using Host.Security;
using Host.Workflow;
using Ingest.Catalogue;
using Ingest.Intake;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>An auditor in the browser: who did what, and nothing of what it was about.</summary>
public sealed partial class AuditorPagesTests
{
    private const string Draft = "2025-Q1.1-d1";

    private static readonly string[] Places = ["/desk/audit", "/desk/audit?chain=store", "/desk/audit/releases", "/desk/audit/people", "/desk/audit/destructions"];

    [Fact]
    public async Task Auditor_ReadsWhoDraftedAndApprovedAndWhoHasWhichRoleAndKey()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-22T09:00:00Z"));
        var installation = portal.Desk.Installation;
        Assert.Null(installation.Drafts.Add(DraftRow(installation)).Failure);
        Assert.Null(installation.Approvals.Add(installation.Drafts.Find(Draft)!, "approver").Failure);
        Assert.True(installation.PartnerKeys.Issue("GOC", TimeSpan.FromDays(30), "test").Succeeded(out var secret, out _));
        using var auditor = await AuditorAsync(portal);

        var releases = Text(await auditor.ReadAsync("/en/desk/audit/releases"));
        Assert.Contains($"{Draft} Drafted drafter 22 April 2025, 12:00", releases, StringComparison.Ordinal);
        Assert.Contains($"{Draft} Approved approver 22 April 2025, 12:00", releases, StringComparison.Ordinal);
        Assert.Contains($"{Draft} Onayladı approver 22 Nisan 2025, 12:00", Text(await auditor.ReadAsync("/tr/desk/audit/releases")), StringComparison.Ordinal);

        var people = Text(await auditor.ReadAsync("/en/desk/audit/people"));
        Assert.Contains("some-auditor Auditor – Signs in with two steps", people, StringComparison.Ordinal);
        Assert.Contains($"{secret.Split('_')[1]} GOC 22 April 2025, 12:00 22 May 2025, 12:00 –", people, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Split('_')[2], people, StringComparison.Ordinal);
        Assert.Contains("test-1", people, StringComparison.Ordinal);

        var chain = Text(await auditor.ReadAsync("/en/desk/audit"));
        Assert.Contains($"approver Approved approve {Draft}", chain, StringComparison.Ordinal);
        Assert.Contains($"approver Onayladı approve {Draft}", Text(await auditor.ReadAsync("/tr/desk/audit")), StringComparison.Ordinal);
        Assert.Contains("some-auditor Looked at an auditor's page audit-look people", chain, StringComparison.Ordinal);
        Assert.Contains("Audit trail: holds", chain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedEntry_IsFoundByItsNumber_AndOlderEntriesAreOnOtherPages()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-22T09:00:00Z"));
        var installation = portal.Desk.Installation;
        for (var i = 0; i < 120; i++)
        {
            installation.Audit.Record("drafter", "quarter-look", $"look-{i}");
        }

        using var auditor = await AuditorAsync(portal);
        var newest = await auditor.ReadAsync("/en/desk/audit");
        var older = WebUtility.HtmlDecode(Older().Match(newest).Groups["address"].Value);
        var both = Looks().Matches(newest).Concat(Looks().Matches(await auditor.ReadAsync(older))).Select(m => m.Value).ToArray();
        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"look-{i}"), both);

        await using (var connection = installation.Database.Connect())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER audit_fixed; UPDATE audit SET actor = 'approver' WHERE subject = 'look-7'; SELECT seq FROM audit WHERE subject = 'look-7'";
            var broken = (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
            Assert.Contains($"Audit trail: broken at entry {broken}", Text(await auditor.ReadAsync("/en/desk/audit")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_AreTheSameWhateverTheRecordsWere()
    {
        var few = await PagesAsync(AgencyFile.Rows(20));
        var many = await PagesAsync([.. AgencyFile.Rows(31), AgencyFile.Row(("Dosya No", "2025/0001"))]);
        Assert.Equal(few, many);
        Assert.Contains("U000001", few["/en/desk/audit/destructions"], StringComparison.Ordinal);
        Assert.Contains("consent.erased", few["/en/desk/audit?chain=store"], StringComparison.Ordinal);
    }

    /// <summary>Every page after these records came from two partners, one case was erased, and an upload was withdrawn and destroyed.</summary>
    private static async Task<Dictionary<string, string>> PagesAsync(string[] records)
    {
        var token = TestContext.Current.CancellationToken;
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));
        foreach (var partner in new[] { "GOC", "KOL" })
        {
            using var file = new MemoryStream(AgencyFile.Text(records));
            Assert.True((await portal.Desk.Door.TakeAsync(partner, file, token)).Succeeded(out var answer, out _));
            Assert.True(answer.IsAccepted, answer.Text);
        }

        Assert.Null(portal.Desk.Consents.Enter(new PartnerId("GOC"), "2025/0001", new DateOnly(2025, 4, 9), ConsentReason.Person, "officer", token).Failure);
        var upload = portal.Desk.Store.Uploads().Value[0].Receipt.Id;
        Assert.True(portal.Desk.Store.Withdraw(upload, "test").Succeeded);
        Assert.True(portal.Desk.Store.Destroy(upload, "retention").Succeeded);
        Assert.Null(portal.Desk.Installation.Drafts.Add(DraftRow(portal.Desk.Installation)).Failure);
        using var auditor = await AuditorAsync(portal);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in Places.SelectMany(p => new[] { $"/en{p}", $"/tr{p}" }))
        {
            // A keyed code over everything before it differs, and tells nobody without the key why.
            pages.Add(address, Code().Replace(Text(await auditor.ReadAsync(address)), "code"));
        }

        return pages;
    }

    private static DraftRow DraftRow(Installation installation) => new()
    {
        DraftId = Draft,
        ReleaseId = "2025-Q1.1",
        Period = "2025-Q1",
        Number = 1,
        DraftedBy = "drafter",
        DraftedAt = Instant.Write(installation.Clock.GetUtcNow()),
        ContentMac = new string('a', 64),
        PublishAt = "2025-05-15T07:00:00Z",
    };

    private static Task<DeskUser> AuditorAsync(SitePortal portal) => RoleUser.SignInAsync(portal, RoleName.Of(Role.Auditor));

    /// <summary>What a page says, without its tags.</summary>
    private static string Text(string page) => Blanks().Replace(Tags().Replace(WebUtility.HtmlDecode(page), " "), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Code();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("class=\"go\" href=\"(?<address>[^\"]+before=[0-9]+)\"")]
    private static partial Regex Older();

    [GeneratedRegex("look-[0-9]+")]
    private static partial Regex Looks();
}
