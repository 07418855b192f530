using Dapper;
using Host.Security;
using Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Host.Tests.Workflow;

/// <summary>Commentaries and withdrawals: raw SQL, refused by the database itself.</summary>
public sealed class CommentaryRulesTests : IDisposable
{
    private const string Approve = "INSERT INTO approvals (draft_id, approver, approved_at, content_mac, review_mac) VALUES (@draft, @user, '2026-01-22T09:00:00Z', @mac, @review)";
    private const string Publish = "INSERT INTO publications (release_id, draft_id, publisher, started_at) VALUES ('2025-Q4.1', @draft, 'publisher', '2026-02-14T07:00:00Z')";
    private const string Write = "INSERT INTO commentaries (release_id, version, tr, en, written_by, written_at) VALUES ('2025-Q4.1', @version, x'00', x'00', @user, '2026-01-22T09:00:00Z')";
    private const string Submit = "INSERT INTO submissions (draft_id, number, submitted_by, submitted_at, review_mac) VALUES (@draft, 1, 'drafter', '2026-01-22T09:00:00Z', @review)";
    private const string Withdraw = "INSERT INTO withdrawals (release_id, note_tr, note_en, withdrawn_by, withdrawn_at) VALUES ('2025-Q4.1', @note, 'a note', @user, '2026-03-01T09:00:00Z')";

    private static readonly string Mac = new('a', 64);
    private static readonly string Review = new('b', 64);

    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void TextIsWrittenByAnalystsWhileADraftWaitsForApproval()
    {
        Refuses("approval-bound", Write, new { version = 1, user = "drafter" });
        var draft = _some.Draft().DraftId;
        Refuses("analyst-role", Write, new { version = 1, user = "approver" });
        Refuses("commentary-order", Write, new { version = 2, user = "drafter" });
        Run(Write, new { version = 1, user = "drafter" });
        Refuses("review-bound", Approve, new { draft, user = "approver", mac = Mac, review = Review });
        Refuses("review-bound", Approve, new { draft, user = "approver", mac = Mac, review = (string?)null });
        Run(Submit, new { draft, review = Review });
        Run(Approve, new { draft, user = "approver", mac = Mac, review = Review });
        Refuses("review-fixed", Write, new { version = 2, user = "drafter" });
        Refuses("commentary-fixed", "UPDATE commentaries SET tr = x'01'", new { });
        Refuses("commentary-kept", "DELETE FROM commentaries", new { });
    }

    [Fact]
    public void WriterDoesNotApproveTheOwnText()
    {
        _some.User("writer", Role.Approver);
        Run("INSERT INTO user_roles (user_id, role) VALUES ('writer', 'analyst')", new { });
        var draft = _some.Draft("schedule").DraftId;
        Run(Write, new { version = 1, user = "writer" });
        Run(Submit, new { draft, review = Review });
        Refuses("four-eyes", Approve, new { draft, user = "writer", mac = Mac, review = Review });
    }

    [Fact]
    public void OnlyWhatIsPublishedIsWithdrawn_OnceAndForGood()
    {
        var draft = _some.Draft().DraftId;
        Refuses("not-published", Withdraw, new { note = "not", user = "publisher" });
        Run(Approve, new { draft, user = "approver", mac = Mac, review = (string?)null });
        Run(Publish, new { draft });
        Refuses("not-published", Withdraw, new { note = "not", user = "publisher" });
        Run("UPDATE publications SET sealed_at = '2026-02-14T07:00:00Z', completed_at = '2026-02-14T07:00:00Z'", new { });
        Refuses("publisher-role", Withdraw, new { note = "not", user = "approver" });
        Assert.Contains("CHECK", Assert.Throws<SqliteException>(() => Run(Withdraw, new { note = " ", user = "publisher" })).Message, StringComparison.Ordinal);
        Run(Withdraw, new { note = "not", user = "publisher" });
        Refuses("withdrawn-already", Withdraw, new { note = "not", user = "publisher" });
        Refuses("withdrawal-fixed", "UPDATE withdrawals SET note_en = 'another'", new { });
        Refuses("withdrawal-kept", "DELETE FROM withdrawals", new { });
    }

    private void Refuses(string trigger, string sql, object values) =>
        Assert.Contains($"'{trigger}'", Assert.Throws<SqliteException>(() => Run(sql, values)).Message, StringComparison.Ordinal);

    private void Run(string sql, object values)
    {
        using var connection = _some.Host.Database.Connect();
        connection.Execute(sql, values);
    }
}
