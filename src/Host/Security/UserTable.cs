using Dapper;
using Host.Outcomes;
using Host.Workflow;
using Microsoft.Data.Sqlite;

namespace Host.Security;

/// <summary>Users, their roles, and the check of a credential with a lock after repeated failures.</summary>
internal sealed class UserTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The account in whose name the schedule drafts and publishes. It has no credential, so nobody can sign in as it.</summary>
    public const string Schedule = "schedule";

    /// <summary>Shortest credential that is taken.</summary>
    public const int ShortestCredential = 12;

    private const int FailuresBeforeLock = 5;

    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>Makes a user, or gives an existing one a new credential and roles.</summary>
    public Outcome<Done> Put(string userId, string credential, IReadOnlyCollection<Role> roles, string actor, int rounds = PasswordHash.Rounds)
    {
        if (credential.Length < ShortestCredential)
        {
            return new Failure(ExitCode.WrongUsage, "CredentialShort", $"{ShortestCredential}");
        }

        var hash = PasswordHash.Of(credential, rounds);
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        try
        {
            connection.Execute(
                "INSERT INTO users (user_id, salt, hash, iterations, created_at) VALUES (@userId, @Salt, @Hash, @Iterations, @at) "
                + "ON CONFLICT (user_id) DO UPDATE SET salt = @Salt, hash = @Hash, iterations = @Iterations, failures = 0, locked_until = NULL, disabled_at = NULL",
                new { userId, hash.Salt, hash.Hash, hash.Iterations, at = Instant.Write(clock.GetUtcNow()) },
                transaction);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 19)
        {
            return new Failure(ExitCode.WrongUsage, "UserIdWrong");
        }

        connection.Execute("DELETE FROM user_roles WHERE user_id = @userId", new { userId }, transaction);
        foreach (var role in roles.Distinct().Order())
        {
            connection.Execute("INSERT INTO user_roles (user_id, role) VALUES (@userId, @role)", new { userId, role = Name(role) }, transaction);
        }

        audit.Record(connection, transaction, actor, "user-put", userId);
        transaction.Commit();
        return Done.Value;
    }

    /// <summary>Makes the schedule's account where it is missing.</summary>
    public void EnsureSchedule()
    {
        using var connection = database.Connect();
        connection.Execute(
            "INSERT INTO users (user_id, created_at) VALUES (@userId, @at) ON CONFLICT (user_id) DO NOTHING",
            new { userId = Schedule, at = Instant.Write(clock.GetUtcNow()) });
    }

    public Outcome<Done> Disable(string userId, string actor)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var changed = connection.Execute(
            "UPDATE users SET disabled_at = @at WHERE user_id = @userId AND disabled_at IS NULL", new { userId, at = Instant.Write(clock.GetUtcNow()) }, transaction);
        if (changed == 0)
        {
            return new Failure(ExitCode.InvalidInput, "UserUnknown");
        }

        audit.Record(connection, transaction, actor, "user-disable", userId);
        transaction.Commit();
        return Done.Value;
    }

    /// <summary>Checks the credential, then the role. One answer for an unknown user, a wrong credential, a lock and a disabled account.</summary>
    public Outcome<Done> Check(string userId, string credential, Role role)
    {
        using var connection = database.Connect();
        var row = connection.QuerySingleOrDefault<Row>(
            "SELECT salt AS Salt, hash AS Hash, iterations AS Iterations, failures AS Failures, locked_until AS LockedUntil, disabled_at AS DisabledAt "
            + "FROM users WHERE user_id = @userId",
            new { userId });
        var now = clock.GetUtcNow();
        var isLocked = row?.LockedUntil is { } until && Instant.Read(until) > now;
        var matches = row is { Salt: not null, Hash: not null } && new PasswordHash { Salt = row.Salt, Hash = row.Hash, Iterations = row.Iterations }.Matches(credential);
        if (row is null || isLocked || row.DisabledAt is not null || !matches)
        {
            if (row?.Hash is not null && !isLocked)
            {
                CountFailure(connection, userId, row.Failures + 1, now);
            }

            return new Failure(ExitCode.NotPermitted, "CredentialRefused");
        }

        connection.Execute("UPDATE users SET failures = 0, locked_until = NULL WHERE user_id = @userId", new { userId });
        var has = connection.ExecuteScalar<long>("SELECT count(*) FROM user_roles WHERE user_id = @userId AND role = @role", new { userId, role = Name(role) });
        return has == 1 ? Done.Value : new Failure(ExitCode.NotPermitted, "RoleMissing", Name(role));
    }

    /// <summary>Ids of users that may sign in, in ordinal order.</summary>
    public IReadOnlyList<string> Active()
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>("SELECT user_id FROM users WHERE hash IS NOT NULL AND disabled_at IS NULL ORDER BY user_id")];
    }

    private static void CountFailure(SqliteConnection connection, string userId, long failures, DateTimeOffset now) =>
        connection.Execute(
            "UPDATE users SET failures = @failures, locked_until = @until WHERE user_id = @userId",
            new
            {
                userId,
                failures = failures >= FailuresBeforeLock ? 0 : failures,
                until = failures >= FailuresBeforeLock ? Instant.Write(now + LockTime) : null,
            });

    private static string Name(Role role) => role switch
    {
        Role.Analyst => "analyst",
        Role.Approver => "approver",
        Role.Publisher => "publisher",
        Role.Operator => "operator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private sealed class Row
    {
        public byte[]? Salt { get; init; }

        public byte[]? Hash { get; init; }

        public long Iterations { get; init; }

        public long Failures { get; init; }

        public string? LockedUntil { get; init; }

        public string? DisabledAt { get; init; }
    }
}
