using Dapper;
using Host.Security;
using Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Host.Tests.Workflow;

/// <summary>What binds an approval to the review that was looked at, and a publication to the minute that was chosen: raw SQL, refused by the database itself.</summary>
public sealed class ReviewRulesTests : IDisposable
{
    private const string Approve = "INSERT INTO approvals (draft_id, approver, approved_at, content_mac, review_mac) VALUES (@draft, @user, '2026-01-22T09:00:00Z', @mac, @review)";
    private const string Note = "INSERT INTO review_notes (draft_id, item, number, note, written_by, written_at) VALUES (@draft, 'Missing/A', @number, x'00', @user, '2026-01-22T09:00:00Z')";
    private const string Submit = "INSERT INTO submissions (draft_id, number, submitted_by, submitted_at, review_mac) VALUES (@draft, @number, @user, '2026-01-22T09:00:00Z', @review)";
    private const string Later = "INSERT INTO publication_times (draft_id, number, publish_at, set_by, set_at) VALUES (@draft, @number, @at, @user, '2026-01-22T09:00:00Z')";
    private const string Publish = "INSERT INTO publications (release_id, draft_id, publisher, started_at) VALUES ('2025-Q4.1', @draft, 'publisher', @at)";

    private static readonly string Mac = new('a', 64);
    private static readonly string Review = new('b', 64);
    private static readonly string OtherReview = new('c', 64);

    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void ApprovalIsOfTheLastReviewThatWasSubmitted()
    {
        var draft = _some.Draft().DraftId;
        Run(Submit, new { draft, number = 1, user = "drafter", review = OtherReview });
        Run(Submit, new { draft, number = 2, user = "drafter", review = Review });
        Refuses("review-bound", Approve, new { draft, user = "approver", mac = Mac, review = OtherReview });
        Refuses("review-bound", Approve, new { draft, user = "approver", mac = Mac, review = (string?)null });
        Run(Approve, new { draft, user = "approver", mac = Mac, review = Review });
    }

    [Fact]
    public void NotesWithoutASubmissionAreApprovedByNobody()
    {
        var draft = _some.Draft().DraftId;
        Run(Note, new { draft, number = 1, user = "drafter" });
        Refuses("review-bound", Approve, new { draft, user = "approver", mac = Mac, review = Review });
    }

    [Fact]
    public void WhoMadeADraftReadyDoesNotApproveIt()
    {
        _some.User("both", Role.Approver);
        Run("INSERT INTO user_roles (user_id, role) VALUES ('both', 'analyst')", new { });
        _some.User("writer", Role.Approver);
        Run("INSERT INTO user_roles (user_id, role) VALUES ('writer', 'analyst')", new { });
        var draft = _some.Draft("schedule").DraftId;
        Run(Note, new { draft, number = 1, user = "writer" });
        Run(Submit, new { draft, number = 1, user = "both", review = Review });
        Refuses("four-eyes", Approve, new { draft, user = "both", mac = Mac, review = Review });
        Refuses("four-eyes", Approve, new { draft, user = "writer", mac = Mac, review = Review });
        Run(Approve, new { draft, user = "approver", mac = Mac, review = Review });
    }

    [Fact]
    public void ReviewStandsStillOnceSomebodyApproved()
    {
        var draft = _some.Draft().DraftId;
        Run(Submit, new { draft, number = 1, user = "drafter", review = Review });
        Run(Approve, new { draft, user = "approver", mac = Mac, review = Review });
        Refuses("review-fixed", Note, new { draft, number = 1, user = "drafter" });
        Refuses("review-fixed", Submit, new { draft, number = 2, user = "drafter", review = OtherReview });
    }

    [Fact]
    public void NotesAndSubmissionsAreOfAnalystsAndAreKept()
    {
        var draft = _some.Draft().DraftId;
        Refuses("analyst-role", Note, new { draft, number = 1, user = "approver" });
        Refuses("analyst-role", Submit, new { draft, number = 1, user = "schedule", review = Review });
        Run(Note, new { draft, number = 1, user = "drafter" });
        Run(Submit, new { draft, number = 1, user = "drafter", review = Review });
        Refuses("note-fixed", "UPDATE review_notes SET item = 'Missing/B'", new { });
        Refuses("note-kept", "DELETE FROM review_notes", new { });
        Refuses("submission-fixed", $"UPDATE submissions SET review_mac = '{OtherReview}'", new { });
        Refuses("submission-kept", "DELETE FROM submissions", new { });
        var old = draft;
        _some.Draft();
        Refuses("approval-bound", Note, new { draft = old, number = 2, user = "drafter" });
        Refuses("approval-bound", Submit, new { draft = old, number = 2, user = "drafter", review = Review });
    }

    [Fact]
    public void ChosenMinuteIsNeverBeforeTheAnnouncedOneAndNothingIsPublishedBeforeIt()
    {
        var draft = _some.Draft().DraftId;
        Refuses("publisher-role", Later, new { draft, number = 1, at = "2026-02-20T07:00:00Z", user = "drafter" });
        Refuses("early", Later, new { draft, number = 1, at = "2026-02-14T06:59:59Z", user = "publisher" });
        Run(Later, new { draft, number = 1, at = "2026-02-20T07:00:00Z", user = "publisher" });
        Run("INSERT INTO approvals (draft_id, approver, approved_at, content_mac) VALUES (@draft, 'approver', '2026-01-22T09:00:00Z', @mac)", new { draft, mac = Mac });
        Refuses("early", Publish, new { draft, at = "2026-02-20T06:59:59Z" });
        Assert.Equal("2026-02-20T07:00:00Z", _some.Host.Drafts.Find(draft)!.PublishAt);
        Run(Later, new { draft, number = 2, at = "2026-02-15T07:00:00Z", user = "publisher" });
        Refuses("time-fixed", "UPDATE publication_times SET publish_at = '2026-02-14T07:00:00Z'", new { });
        Refuses("time-kept", "DELETE FROM publication_times", new { });
        Run(Publish, new { draft, at = "2026-02-15T07:00:00Z" });
        Refuses("published-already", Later, new { draft, number = 3, at = "2026-03-15T07:00:00Z", user = "publisher" });
    }

    [Fact]
    public void NoteIsEncryptedAndTheLastOneCounts()
    {
        var draft = _some.Draft();
        Assert.Null(_some.Host.Reviews.AddNote(draft, "Missing/A", "a word that is found", "drafter").Failure);
        Assert.Null(_some.Host.Reviews.AddNote(draft, "Missing/A", "another word", "drafter").Failure);
        var note = Assert.Single(_some.Host.Reviews.Notes(draft.DraftId));
        Assert.Equal(("Missing/A", "another word", "drafter"), (note.Key, note.Value.Text, note.Value.WrittenBy));
        SqliteConnection.ClearAllPools();
        Assert.DoesNotContain("that is found", System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_some.Host.Database.Path)), StringComparison.Ordinal);
    }

    private void Refuses(string trigger, string sql, object values) =>
        Assert.Contains($"'{trigger}'", Assert.Throws<SqliteException>(() => Run(sql, values)).Message, StringComparison.Ordinal);

    private void Run(string sql, object values)
    {
        using var connection = _some.Host.Database.Connect();
        connection.Execute(sql, values);
    }
}
