using Dapper;
using Host.Outcomes;
using Host.Workflow;
using Microsoft.Data.Sqlite;

namespace Host.Security;

/// <summary>Which account belongs to whom the identity provider names. Operators keep it; nothing that a token says changes it.</summary>
internal sealed class ExternalSubjectTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Longest subject, in ASCII characters: that of the specification (OpenID Connect Core 1.0, section 2).</summary>
    public const int LongestSubject = 255;

    /// <summary>Says who a user is to the provider; an earlier link of the user's is replaced, and open sessions end.</summary>
    /// <param name="userId">Of a person that has an account.</param>
    /// <param name="issuer">As the provider writes it.</param>
    /// <param name="subject">As the provider writes it: case counts.</param>
    /// <param name="actor">Who says so.</param>
    public Outcome<Done> Link(string userId, string issuer, string subject, string actor)
    {
        if (subject.Length is 0 or > LongestSubject || !subject.All(c => c is > ' ' and < (char)127))
        {
            return new Failure(ExitCode.InvalidInput, "SubjectWrong", $"{LongestSubject}");
        }

        return Change(userId, actor, "subject-link", (connection, transaction) => connection.Execute(
            "INSERT INTO external_subjects (user_id, issuer, subject, linked_by, linked_at) VALUES (@userId, @issuer, @subject, @actor, @at)",
            new { userId, issuer, subject, actor, at = Instant.Write(clock.GetUtcNow()) },
            transaction));
    }

    /// <summary>Takes the link away; open sessions end, and the password remains.</summary>
    public Outcome<Done> Unlink(string userId, string actor) => Change(userId, actor, "subject-unlink", (_, _) => { });

    /// <summary>Subjects by user, in ordinal order of users.</summary>
    public IReadOnlyDictionary<string, string> All(string issuer)
    {
        using var connection = database.Connect();
        return connection.Query<(string UserId, string Subject)>("SELECT user_id, subject FROM external_subjects WHERE issuer = @issuer ORDER BY user_id", new { issuer })
            .ToDictionary(l => l.UserId, l => l.Subject, StringComparer.Ordinal);
    }

    /// <summary>Whom the provider means.</summary>
    /// <returns>Null for somebody who is linked to no account, or to one that is locked or shut out.</returns>
    public string? Find(string issuer, string subject)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<string>(
            "SELECT u.user_id FROM external_subjects s JOIN users u ON u.user_id = s.user_id WHERE s.issuer = @issuer AND s.subject = @subject "
            + "AND u.is_person = 1 AND u.disabled_at IS NULL AND (u.locked_until IS NULL OR u.locked_until <= @now)",
            new { issuer, subject, now = Instant.Write(clock.GetUtcNow()) });
    }

    private Outcome<Done> Change(string userId, string actor, string action, Action<SqliteConnection, SqliteTransaction> change)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("DELETE FROM external_subjects WHERE user_id = @userId", new { userId }, transaction);
        try
        {
            change(connection, transaction);
        }
        catch (SqliteException exception) when (Refusal.NameOf(exception) is "subject-person" or "subject-taken")
        {
            return new Failure(ExitCode.Conflict, Refusal.NameOf(exception) == "subject-taken" ? "SubjectTaken" : "UserUnknown");
        }

        SessionTable.EndAll(connection, transaction, userId);
        audit.Record(connection, transaction, actor, action, userId);
        transaction.Commit();
        return Done.Value;
    }
}
