using System.Security.Cryptography;
using Dapper;
using Host.Workflow;
using Microsoft.Data.Sqlite;

namespace Host.Security;

/// <summary>Sessions of browsers, kept here so that they can be ended. A session is full once the second factor was shown.</summary>
internal sealed class SessionTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Without a request for so long, a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Longest session: a working day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session for somebody whose password was right, or whom the identity provider sent.</summary>
    /// <returns>Its id, which only the browser knows beside us.</returns>
    public string Begin(string userId, bool isByProvider = false)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var at = clock.GetUtcNow();
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("DELETE FROM sessions WHERE seen_at < @idle OR begun_at < @longest", new { idle = Instant.Write(at - Idle), longest = Instant.Write(at - Longest) }, transaction);
        connection.Execute(
            "INSERT INTO sessions (session_id, user_id, begun_at, seen_at, is_by_provider) VALUES (@id, @userId, @at, @at, @isByProvider)",
            new { id, userId, isByProvider, at = Instant.Write(at) },
            transaction);
        transaction.Commit();
        return id;
    }

    /// <summary>The second factor was shown: the session is replaced by a full one, so that an id that was known before is worth nothing.</summary>
    public string Fulfil(string sessionId, string userId)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var at = Instant.Write(clock.GetUtcNow());
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var isByProvider = connection.ExecuteScalar<bool>("SELECT is_by_provider FROM sessions WHERE session_id = @sessionId", new { sessionId }, transaction);
        connection.Execute("DELETE FROM sessions WHERE session_id = @sessionId", new { sessionId }, transaction);
        connection.Execute(
            "INSERT INTO sessions (session_id, user_id, begun_at, seen_at, is_full, is_by_provider) VALUES (@id, @userId, @at, @at, 1, @isByProvider)",
            new { id, userId, at, isByProvider },
            transaction);
        audit.Record(connection, transaction, userId, isByProvider ? "sign-in-provider" : "sign-in", userId);
        transaction.Commit();
        return id;
    }

    /// <summary>Whose session it is, and notes that it is alive.</summary>
    /// <returns>Null for a session that is over or never was.</returns>
    public (string UserId, bool IsFull, bool IsByProvider)? Touch(string sessionId)
    {
        var now = clock.GetUtcNow();
        using var connection = database.Connect();
        var row = connection.QuerySingleOrDefault<Row>(
            "SELECT s.user_id AS UserId, s.seen_at AS SeenAt, s.begun_at AS BegunAt, s.is_full AS IsFull, s.is_by_provider AS IsByProvider FROM sessions s JOIN users u ON u.user_id = s.user_id "
            + "WHERE s.session_id = @sessionId AND u.is_person = 1 AND u.disabled_at IS NULL",
            new { sessionId });
        if (row is null || Instant.Read(row.SeenAt) + Idle < now || Instant.Read(row.BegunAt) + Longest < now)
        {
            return null;
        }

        if (Instant.Read(row.SeenAt) + Grain < now)
        {
            connection.Execute("UPDATE sessions SET seen_at = @at WHERE session_id = @sessionId", new { sessionId, at = Instant.Write(now) });
        }

        return (row.UserId, row.IsFull, row.IsByProvider);
    }

    public void End(string sessionId)
    {
        using var connection = database.Connect();
        connection.Execute("DELETE FROM sessions WHERE session_id = @sessionId", new { sessionId });
    }

    /// <summary>Ends all sessions of a user but one.</summary>
    public static void EndAll(SqliteConnection connection, SqliteTransaction transaction, string userId, string? but = null) =>
        connection.Execute("DELETE FROM sessions WHERE user_id = @userId AND session_id IS NOT @but", new { userId, but }, transaction);

    private sealed class Row
    {
        public required string UserId { get; init; }

        public required string SeenAt { get; init; }

        public required string BegunAt { get; init; }

        public bool IsFull { get; init; }

        public bool IsByProvider { get; init; }
    }
}
