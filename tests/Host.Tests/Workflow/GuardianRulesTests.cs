using Dapper;
using Host.Security;
using Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Host.Tests.Workflow;

/// <summary>Holds, opinions and early readers: raw SQL, refused by the database itself.</summary>
public sealed class GuardianRulesTests : IDisposable
{
    private const string Approve = "INSERT INTO approvals (draft_id, approver, approved_at, content_mac) VALUES (@draft, 'approver', '2026-01-22T09:00:00Z', @mac)";
    private const string Publish = "INSERT INTO publications (release_id, draft_id, publisher, started_at) VALUES ('2025-Q4.1', @draft, 'publisher', '2026-02-14T07:00:00Z')";
    private const string Hold = "INSERT INTO holds (release_id, reason, held_by, held_at) VALUES ('2025-Q4.1', x'00', @user, '2026-01-22T09:00:00Z')";
    private const string Lift = "UPDATE holds SET lifted_by = @user, lifted_at = '2026-01-23T09:00:00Z' WHERE lifted_at IS NULL";
    private const string Say = "INSERT INTO opinions (draft_id, number, opinion, reason, given_by, given_at) VALUES (@draft, @number, @opinion, x'00', @user, '2026-01-22T09:00:00Z')";
    private const string Name = "INSERT INTO early_readers (draft_id, user_id, number, named_by, named_at) VALUES (@draft, @reader, @number, @by, '2026-01-22T09:00:00Z')";

    private static readonly string Mac = new('a', 64);

    private readonly SomeInstallation _some = new();

    public GuardianRulesTests()
    {
        _some.User("officer", Role.Officer);
        _some.User("method", Role.Methodologist);
        _some.User("minister", Role.Reader);
        _some.User("other", Role.Reader);
    }

    public void Dispose() => _some.Dispose();

    [Fact]
    public void HeldReleaseIsNotPublishedWhateverItsDraft()
    {
        Refuses("officer-role", Hold, new { user = "approver" });
        Run(Hold, new { user = "officer" });
        Refuses("held-already", Hold, new { user = "officer" });
        _some.Draft();
        var draft = _some.Draft().DraftId;
        Run(Approve, new { draft, mac = Mac });
        Refuses("held", Publish, new { draft });
        Refuses("hold-forward", Lift, new { user = "publisher" });
        Refuses("hold-forward", "UPDATE holds SET lifted_by = 'officer', lifted_at = '2026-01-23T09:00:00Z', reason = x'01'", new { });
        Refuses("hold-kept", "DELETE FROM holds", new { });
        Run(Lift, new { user = "officer" });
        Refuses("hold-forward", "UPDATE holds SET lifted_by = 'officer', lifted_at = NULL", new { });
        Run(Publish, new { draft });
        Refuses("published-already", Hold, new { user = "officer" });
    }

    [Fact]
    public void RefusedDraftIsNeitherApprovedNorPublished()
    {
        var draft = _some.Draft().DraftId;
        Refuses("methodologist-role", Say, new { draft, number = 1, opinion = "signed", user = "officer" });
        Run(Say, new { draft, number = 1, opinion = "refused", user = "method" });
        Refuses("method-refused", Approve, new { draft, mac = Mac });
        Run(Say, new { draft, number = 2, opinion = "lifted", user = "method" });
        Run(Approve, new { draft, mac = Mac });
        Run(Say, new { draft, number = 3, opinion = "refused", user = "method" });
        Refuses("method-refused", Publish, new { draft });
        Refuses("opinion-fixed", "UPDATE opinions SET opinion = 'signed'", new { });
        Refuses("opinion-kept", "DELETE FROM opinions", new { });
        Refuses("opinion-order", Say.Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal), new { draft, number = 3, opinion = "signed", user = "method" });
        Run(Say, new { draft, number = 4, opinion = "signed", user = "method" });
        Run(Publish, new { draft });
        Refuses("published-already", Say, new { draft, number = 5, opinion = "refused", user = "method" });
    }

    [Fact]
    public void ReaderIsNamedByAPublisherBetweenApprovalAndPublication()
    {
        var draft = _some.Draft().DraftId;
        Refuses("not-approved", Name, new { draft, reader = "minister", number = 1, by = "publisher" });
        Run(Approve, new { draft, mac = Mac });
        Refuses("reader-role", Name, new { draft, reader = "second", number = 1, by = "publisher" });
        Refuses("publisher-role", Name, new { draft, reader = "minister", number = 1, by = "drafter" });
        Run(Name, new { draft, reader = "minister", number = 1, by = "publisher" });
        Refuses("named-already", Name, new { draft, reader = "minister", number = 2, by = "publisher" });
        Assert.Equal([draft], _some.Host.EarlyReaders.For("minister"));
        Run(Hold, new { user = "officer" });
        Assert.Empty(_some.Host.EarlyReaders.For("minister"));
        Run(Lift, new { user = "officer" });
        Refuses("early-forward", "UPDATE early_readers SET user_id = 'second'", new { });
        Refuses("early-kept", "DELETE FROM early_readers", new { });
        Run(Publish, new { draft });
        Assert.Empty(_some.Host.EarlyReaders.For("minister"));
        Refuses("published-already", Name, new { draft, reader = "other", number = 1, by = "publisher" });
    }

    [Fact]
    public void ReadingEndsWhenThePublisherEndsIt()
    {
        var draft = _some.Draft();
        Run(Approve, new { draft = draft.DraftId, mac = Mac });
        Assert.Null(_some.Host.EarlyReaders.Name(draft, "minister", "publisher").Failure);
        Assert.Equal("ReaderNamed", _some.Host.EarlyReaders.Name(draft, "minister", "publisher").Failure?.Code);
        Assert.Null(_some.Host.EarlyReaders.End(draft, "minister", "publisher").Failure);
        Assert.Empty(_some.Host.EarlyReaders.For("minister"));
        Assert.Null(_some.Host.EarlyReaders.Name(draft, "minister", "publisher").Failure);
        Assert.Equal(["minister"], _some.Host.EarlyReaders.Of(draft.DraftId));
    }

    private void Refuses(string trigger, string sql, object values) =>
        Assert.Contains($"'{trigger}'", Assert.Throws<SqliteException>(() => Run(sql, values)).Message, StringComparison.Ordinal);

    private void Run(string sql, object values)
    {
        using var connection = _some.Host.Database.Connect();
        connection.Execute(sql, values);
    }
}
