using Dapper;
using Host.Security;
using Host.Tests.Support;
using Host.Workflow;
using Microsoft.Data.Sqlite;

namespace Host.Tests.Workflow;

/// <summary>Corrections of texts: raw SQL, refused by the database itself; and the words, which are nobody's before they are published.</summary>
public sealed class CorrectionRulesTests : IDisposable
{
    private const string Write = "INSERT INTO corrections (release_id, number, tr, en, note_tr, note_en, content_mac, written_by, written_at) "
        + "VALUES ('2025-Q4.1', @number, x'00', x'00', x'00', x'00', @mac, @user, '2026-03-01T09:00:00Z')";

    private const string Approve = "INSERT INTO correction_approvals (release_id, number, content_mac, approver, approved_at) VALUES ('2025-Q4.1', @number, @mac, @user, '2026-03-01T09:00:00Z')";
    private const string Publish = "INSERT INTO correction_publications (release_id, number, publisher, published_at) VALUES ('2025-Q4.1', @number, @user, '2026-03-01T09:00:00Z')";
    private const string Withdraw = "INSERT INTO withdrawals (release_id, note_tr, note_en, withdrawn_by, withdrawn_at) VALUES ('2025-Q4.1', 'not', 'a note', 'publisher', '2026-03-02T09:00:00Z')";

    private static readonly string Mac = new('a', 64);
    private static readonly string Other = new('b', 64);

    private readonly SomeInstallation _some = new();

    public CorrectionRulesTests() => _some.User("editor", Role.Analyst);

    public void Dispose() => _some.Dispose();

    [Fact]
    public void OnlyWhatStandsIsCorrected()
    {
        Refuses("not-published", Write, new { number = 1, mac = Mac, user = "drafter" });
        Published(isComplete: false);
        Refuses("not-published", Write, new { number = 1, mac = Mac, user = "drafter" });
        Run("UPDATE publications SET sealed_at = '2026-02-14T07:00:00Z', completed_at = '2026-02-14T07:00:00Z'", new { });
        Refuses("analyst-role", Write, new { number = 1, mac = Mac, user = "approver" });
        Refuses("correction-order", Write, new { number = 2, mac = Mac, user = "drafter" });
        Run(Write, new { number = 1, mac = Mac, user = "drafter" });
        Run(Approve, new { number = 1, mac = Mac, user = "approver" });
        Run(Withdraw, new { });
        Refuses("withdrawn-already", Publish, new { number = 1, user = "publisher" });
        Refuses("withdrawn-already", Write, new { number = 2, mac = Mac, user = "drafter" });
    }

    [Fact]
    public void SecondPersonApprovesTheWordsThatWereLookedAt()
    {
        Published();
        Run("INSERT INTO user_roles (user_id, role) VALUES ('editor', 'approver')", new { });
        Run(Write, new { number = 1, mac = Mac, user = "editor" });
        Refuses("four-eyes", Approve, new { number = 1, mac = Mac, user = "editor" });
        Refuses("correction-bound", Approve, new { number = 1, mac = Other, user = "approver" });
        Refuses("approver-role", Approve, new { number = 1, mac = Mac, user = "publisher" });

        // Another's last touch does not make it another's text.
        Run(Write, new { number = 2, mac = Other, user = "drafter" });
        Refuses("four-eyes", Approve, new { number = 2, mac = Other, user = "editor" });
        Refuses("correction-bound", Approve, new { number = 1, mac = Mac, user = "approver" });
        Run(Approve, new { number = 2, mac = Other, user = "approver" });
        Refuses("approved-already", Approve, new { number = 2, mac = Other, user = "second" });
        Run(Publish, new { number = 2, user = "publisher" });

        // Once published, it is a text like any other, and its writer may approve the next one.
        Run(Write, new { number = 3, mac = Mac, user = "drafter" });
        Run(Approve, new { number = 3, mac = Mac, user = "editor" });
    }

    [Fact]
    public void PublisherPublishesTheApprovedOneOnce()
    {
        Published();
        Run(Write, new { number = 1, mac = Mac, user = "drafter" });
        Refuses("not-approved", Publish, new { number = 1, user = "publisher" });
        Run(Approve, new { number = 1, mac = Mac, user = "approver" });
        Refuses("publisher-role", Publish, new { number = 1, user = "approver" });
        Run(Write, new { number = 2, mac = Other, user = "drafter" });
        Refuses("correction-bound", Publish, new { number = 1, user = "publisher" });
        Run(Approve, new { number = 2, mac = Other, user = "approver" });
        Run(Publish, new { number = 2, user = "publisher" });
        Refuses("published-already", Publish, new { number = 2, user = "publisher" });
    }

    [Fact]
    public void NothingOfItIsChangedLater()
    {
        Published();
        Run(Write, new { number = 1, mac = Mac, user = "drafter" });
        Run(Approve, new { number = 1, mac = Mac, user = "approver" });
        Run(Publish, new { number = 1, user = "publisher" });
        Refuses("correction-fixed", "UPDATE corrections SET tr = x'01'", new { });
        Refuses("correction-kept", "DELETE FROM corrections", new { });
        Refuses("approval-fixed", "UPDATE correction_approvals SET approver = 'second'", new { });
        Refuses("approval-kept", "DELETE FROM correction_approvals", new { });
        Refuses("publication-forward", "UPDATE correction_publications SET published_at = '2026-04-01T09:00:00Z'", new { });
        Refuses("publication-kept", "DELETE FROM correction_publications", new { });
    }

    [Fact]
    public void Words_ArePartOfTheCodeThatIsApproved()
    {
        Published();
        var draft = _some.Host.Drafts.Find("2025-Q4.1")!;
        var codes = new List<string>();
        foreach (var (text, note) in new[] { ("a", "b"), ("a", "c"), ("d", "b"), ("d", "b") })
        {
            Assert.Null(_some.Host.Corrections.Add(draft, new BothLanguages(text, text), new BothLanguages(note, note), "drafter").Failure);
            codes.Add(_some.Host.Corrections.Open(draft.ReleaseId)!.ContentMac);
        }

        Assert.Equal(4, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("CorrectionChanged", _some.Host.Corrections.Approve(draft, 4, codes[2], "approver").Failure?.Code);
        Assert.Null(_some.Host.Corrections.Approve(draft, 4, codes[3], "approver").Failure);
        Assert.Empty(_some.Host.Corrections.Published(draft.ReleaseId));
        Assert.Null(_some.Host.Corrections.Publish(draft, 4, "publisher").Failure);
        Assert.Null(_some.Host.Corrections.Open(draft.ReleaseId));
        Assert.Equal("d", Assert.Single(_some.Host.Corrections.Published(draft.ReleaseId)).Text.Tr);
        Assert.Null(_some.Host.Audit.FindBreak());
    }

    private void Published(bool isComplete = true)
    {
        var draft = _some.Draft().DraftId;
        Run("INSERT INTO approvals (draft_id, approver, approved_at, content_mac) VALUES (@draft, 'approver', '2026-01-22T09:00:00Z', @Mac)", new { draft, Mac });
        Run("INSERT INTO publications (release_id, draft_id, publisher, started_at) VALUES ('2025-Q4.1', @draft, 'publisher', '2026-02-14T07:00:00Z')", new { draft });
        if (isComplete)
        {
            Run("UPDATE publications SET sealed_at = '2026-02-14T07:00:00Z', completed_at = '2026-02-14T07:00:00Z'", new { });
        }
    }

    private void Refuses(string trigger, string sql, object values) =>
        Assert.Contains($"'{trigger}'", Assert.Throws<SqliteException>(() => Run(sql, values)).Message, StringComparison.Ordinal);

    private void Run(string sql, object values)
    {
        using var connection = _some.Host.Database.Connect();
        connection.Execute(sql, values);
    }
}
