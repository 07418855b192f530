using Dapper;
using Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Host.Tests.Workflow;

/// <summary>The database itself refuses, whatever the program above it does: every statement here is raw SQL.</summary>
public sealed class FourEyesTests : IDisposable
{
    private const string Approve = "INSERT INTO approvals (draft_id, approver, approved_at, content_mac) VALUES (@draft, @user, '2026-01-22T09:00:00Z', @mac)";
    private const string Publish = "INSERT INTO publications (release_id, draft_id, publisher, started_at) VALUES ('2025-Q4.1', @draft, @user, '2026-02-14T07:00:00Z')";

    private const string Discard = "INSERT INTO discards (draft_id, discarded_by, discarded_at, reason) VALUES (@draft, @user, '2026-01-23T09:00:00Z', 'wrong quarter')";

    private static readonly string Mac = new('a', 64);

    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void DrafterCannotApproveOwnDraft()
    {
        _some.User("drafter", Host.Security.Role.Approver);
        Refuses("four-eyes", Approve, new { draft = _some.Draft().DraftId, user = "drafter", mac = Mac });
    }

    [Fact]
    public void DrafterCannotApproveByReplacingARow()
    {
        _some.User("drafter", Host.Security.Role.Approver);
        var draft = _some.Draft().DraftId;
        Run(Approve, new { draft, user = "approver", mac = Mac });
        Refuses("four-eyes", Approve.Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal), new { draft, user = "drafter", mac = Mac });
        Refuses("approval-fixed", "UPDATE approvals SET approver = 'drafter'", new { });
        Refuses("approval-kept", "DELETE FROM approvals", new { });
    }

    [Fact]
    public void DraftCannotChangeItsDrafterOrItsFigures()
    {
        _some.Draft();
        Refuses("draft-fixed", "UPDATE drafts SET drafted_by = 'approver'", new { });
        Refuses("draft-fixed", $"UPDATE drafts SET content_mac = '{new string('b', 64)}'", new { });
        Refuses("draft-kept", "DELETE FROM drafts", new { });
        Refuses(
            "draft-exists",
            "INSERT OR REPLACE INTO drafts SELECT draft_id, release_id, period, number, 'approver', drafted_at, content_mac, publish_at, superseded_at FROM drafts",
            new { });
    }

    [Theory]
    [InlineData("drafter")]
    [InlineData("publisher")]
    [InlineData("schedule")]
    public void ApprovalTakesTheRole(string user)
    {
        var by = user == "drafter" ? "schedule" : "drafter";
        Refuses("approver-role", Approve, new { draft = _some.Draft(by).DraftId, user, mac = Mac });
    }

    [Fact]
    public void ApprovalBindsToTheFiguresLookedAt() =>
        Refuses("approval-bound", Approve, new { draft = _some.Draft().DraftId, user = "approver", mac = new string('b', 64) });

    [Fact]
    public void SupersededDraftCannotBeApproved()
    {
        var old = _some.Draft().DraftId;
        _some.Draft();
        Refuses("approval-bound", Approve, new { draft = old, user = "approver", mac = Mac });
    }

    [Fact]
    public void UnapprovedDraftCannotBePublished() => Refuses("not-approved", Publish, new { draft = _some.Draft().DraftId, user = "publisher" });

    [Fact]
    public void DraftOfTheScheduleTakesTwoPersons()
    {
        var draft = _some.Draft("schedule").DraftId;
        Run(Approve, new { draft, user = "approver", mac = Mac });
        Refuses("two-persons", Publish, new { draft, user = "schedule" });
        Refuses("two-persons", Publish, new { draft, user = "approver" });
        Run(Approve, new { draft, user = "second", mac = Mac });
        Run(Publish, new { draft, user = "schedule" });
    }

    [Fact]
    public void PublicationIsNeverRepeatedNorTakenBack()
    {
        var draft = _some.Draft().DraftId;
        Run(Approve, new { draft, user = "approver", mac = Mac });
        Run(Publish, new { draft, user = "publisher" });
        Refuses("published-already", Publish, new { draft, user = "publisher" });
        Refuses("published-already", Publish.Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal), new { draft, user = "publisher" });
        Run("UPDATE publications SET sealed_at = '2026-01-22T09:00:00Z'", new { });
        Refuses("publication-forward", "UPDATE publications SET sealed_at = NULL", new { });
        Refuses("publication-kept", "DELETE FROM publications", new { });
    }

    [Fact]
    public void NothingIsPublishedBeforeItsAnnouncedMoment()
    {
        var draft = _some.Draft().DraftId;
        Run(Approve, new { draft, user = "approver", mac = Mac });
        Refuses("early", Publish.Replace("T07:00:00Z", "T06:59:59Z", StringComparison.Ordinal), new { draft, user = "publisher" });
        Run(Publish, new { draft, user = "publisher" });
    }

    [Fact]
    public void DiscardedDraftIsNeitherApprovedNorPublished_AndMakesWay()
    {
        var draft = _some.Draft().DraftId;
        Run(Approve, new { draft, user = "approver", mac = Mac });
        Refuses("discard-role", Discard, new { draft, user = "publisher" });
        Refuses("discard-role", Discard, new { draft, user = "schedule" });
        Run(Discard, new { draft, user = "approver" });
        Refuses("approval-bound", Approve, new { draft, user = "second", mac = Mac });
        Refuses("not-approved", Publish, new { draft, user = "publisher" });
        Refuses("approval-bound", Discard, new { draft, user = "drafter" });
        Refuses("discard-fixed", "UPDATE discards SET reason = 'another'", new { });
        Refuses("discard-kept", "DELETE FROM discards", new { });
        Refuses("draft-fixed", "UPDATE drafts SET superseded_at = NULL", new { });
        Assert.Equal("2025-Q4.1-d2", _some.Draft().DraftId);
    }

    [Fact]
    public void QuarterIsOmittedOnceByAnApproverForEver_AndOnlyWithoutADraft()
    {
        const string Omit = "INSERT INTO omissions (period, omitted_by, omitted_at, reason) VALUES (@period, @user, '2026-01-23T09:00:00Z', 'nothing safe')";
        var draft = _some.Draft();
        Refuses("omission-drafted", Omit, new { period = draft.Period, user = "approver" });
        Run(Discard, new { draft = draft.DraftId, user = "approver" });
        Refuses("approver-role", Omit, new { period = draft.Period, user = "drafter" });
        Refuses("approver-role", Omit, new { period = draft.Period, user = "schedule" });
        Run(Omit, new { period = draft.Period, user = "approver" });
        Refuses("omitted-already", Omit.Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal), new { period = draft.Period, user = "second" });
        Refuses("omission-fixed", "UPDATE omissions SET reason = 'another'", new { });
        Refuses("omission-kept", "DELETE FROM omissions", new { });
        Assert.Contains("'omitted-already'", Assert.Throws<SqliteException>(() => _some.Draft()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PublishedDraftIsNotDiscarded()
    {
        var draft = _some.Draft().DraftId;
        Run(Approve, new { draft, user = "approver", mac = Mac });
        Run(Publish, new { draft, user = "publisher" });
        Refuses("published-already", Discard, new { draft, user = "approver" });
    }

    private void Refuses(string trigger, string sql, object values) =>
        Assert.Contains($"'{trigger}'", Assert.Throws<SqliteException>(() => Run(sql, values)).Message, StringComparison.Ordinal);

    private void Run(string sql, object values)
    {
        using var connection = _some.Host.Database.Connect();
        connection.Execute(sql, values);
    }
}
