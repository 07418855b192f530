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

    /// <summary>Makes a user, or gives an existing one a new password and roles. Sessions that were open end.</summary>
    /// <param name="userId">Two to 64 of a-z, 0-9, dot, hyphen.</param>
    /// <param name="password">At least <see cref="ShortestCredential"/> characters.</param>
    /// <param name="roles">What the user may do, as <see cref="RolesTogether"/> allows.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="rounds">Rounds of the hash.</param>
    /// <param name="partner">Whose cases a user with the role of a partner hands in.</param>
    /// <param name="firstUntil">The password is a first one, good until then.</param>
    public Outcome<Done> Put(
        string userId, string password, IReadOnlyCollection<Role> roles, string actor, int rounds = PasswordHash.Rounds, string? partner = null, DateTimeOffset? firstUntil = null)
    {
        if (password.Length < ShortestCredential)
        {
            return new Failure(ExitCode.WrongUsage, "CredentialShort", $"{ShortestCredential}");
        }

        if (RolesTogether.Refused(roles, partner) is { } refused)
        {
            return refused;
        }

        var kept = PasswordHash.Of(password, rounds);
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("DELETE FROM user_roles WHERE user_id = @userId", new { userId }, transaction);
        try
        {
            connection.Execute(
                "INSERT INTO users (user_id, password, password_until, partner, is_person, created_at) VALUES (@userId, @kept, @until, @partner, 1, @at) "
                + "ON CONFLICT (user_id) DO UPDATE SET password = @kept, password_until = @until, partner = @partner, is_person = 1, salt = NULL, hash = NULL, "
                + "iterations = NULL, failures = 0, locked_until = NULL, disabled_at = NULL",
                new { userId, kept, partner, until = firstUntil is { } until ? Instant.Write(until) : null, at = Instant.Write(clock.GetUtcNow()) },
                transaction);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 19)
        {
            return new Failure(ExitCode.WrongUsage, "UserIdWrong");
        }

        foreach (var role in roles.Distinct().Order())
        {
            connection.Execute("INSERT INTO user_roles (user_id, role) VALUES (@userId, @role)", new { userId, role = RoleName.Of(role) }, transaction);
        }

        SessionTable.EndAll(connection, transaction, userId);
        audit.Record(connection, transaction, actor, "user-put", userId);
        transaction.Commit();
        return Done.Value;
    }

    /// <summary>A person chooses a password of his own; other sessions end.</summary>
    public Outcome<Done> ChoosePassword(string userId, string password, string keepSession)
    {
        if (password.Length < ShortestCredential)
        {
            return new Failure(ExitCode.WrongUsage, "CredentialShort", $"{ShortestCredential}");
        }

        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var kept = connection.QuerySingleOrDefault<string>("SELECT password FROM users WHERE user_id = @userId", new { userId }, transaction);
        if (PasswordHash.Matches(kept, password))
        {
            return new Failure(ExitCode.WrongUsage, "PasswordSame");
        }

        Keep(connection, transaction, userId, password);
        SessionTable.EndAll(connection, transaction, userId, keepSession);
        audit.Record(connection, transaction, userId, "password", userId);
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

    /// <summary>Checks the password, then the role. One answer for an unknown user, a wrong password, a lock and a disabled account.</summary>
    public Outcome<Done> Check(string userId, string password, Role role) =>
        !SignIn(userId, password).Succeeded(out var account, out var failure) ? failure
        : account.Roles.Contains(role) ? Done.Value
        : new Failure(ExitCode.NotPermitted, "RoleMissing", RoleName.Of(role));

    /// <summary>Checks a password. One answer for everything that may be wrong, in the same time.</summary>
    public Outcome<Account> SignIn(string userId, string password)
    {
        using var connection = database.Connect();
        var row = Read(connection, userId);
        var now = clock.GetUtcNow();
        var isLocked = row?.LockedUntil is { } until && Instant.Read(until) > now;
        var isOver = row?.PasswordUntil is { } end && Instant.Read(end) <= now;
        var matches = PasswordHash.Matches(row?.Kept, password);
        if (row is null || isLocked || isOver || row.DisabledAt is not null || !matches)
        {
            if (row?.Kept is not null && !isLocked)
            {
                CountFailure(connection, userId, row.Failures + 1, now);
            }

            return new Failure(ExitCode.NotPermitted, "CredentialRefused");
        }

        // Kept as an earlier version kept it: now that the password is known, as this one does.
        if (row.Password is null)
        {
            Keep(connection, transaction: null, userId, password);
        }

        // Where a code follows, the right code forgets: whoever has the password alone would else have as many codes to guess as he liked.
        connection.Execute("UPDATE users SET failures = 0, locked_until = NULL WHERE user_id = @userId AND second_factor_step IS NULL", new { userId });
        return AccountOf(connection, row);
    }

    /// <summary>An account; null where nobody may sign in by that name.</summary>
    public Account? Find(string userId)
    {
        using var connection = database.Connect();
        return Read(connection, userId) is { IsPerson: true } row ? AccountOf(connection, row) : null;
    }

    /// <summary>All accounts of persons, in ordinal order.</summary>
    public IReadOnlyList<Account> All()
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>("SELECT user_id FROM users WHERE is_person = 1 ORDER BY user_id").Select(id => AccountOf(connection, Read(connection, id)!))];
    }

    /// <summary>Ids of users that may sign in, in ordinal order.</summary>
    public IReadOnlyList<string> Active()
    {
        using var connection = database.Connect();
        return [.. connection.Query<string>("SELECT user_id FROM users WHERE is_person = 1 AND disabled_at IS NULL ORDER BY user_id")];
    }

    /// <summary>Counts a wrong attempt, and locks the account after a few.</summary>
    public void CountFailure(string userId)
    {
        using var connection = database.Connect();
        if (Read(connection, userId) is { } row)
        {
            CountFailure(connection, userId, row.Failures + 1, clock.GetUtcNow());
        }
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

    private static void Keep(SqliteConnection connection, SqliteTransaction? transaction, string userId, string password) => connection.Execute(
        "UPDATE users SET password = @kept, password_until = NULL, salt = NULL, hash = NULL, iterations = NULL WHERE user_id = @userId",
        new { userId, kept = PasswordHash.Of(password) },
        transaction);

    private static UserRow? Read(SqliteConnection connection, string userId) => connection.QuerySingleOrDefault<UserRow>(
        "SELECT user_id AS UserId, is_person AS IsPerson, password AS Password, password_until AS PasswordUntil, salt AS Salt, hash AS Hash, iterations AS Iterations, "
        + "partner AS Partner, second_factor_step IS NOT NULL AS HasSecondFactor, failures AS Failures, locked_until AS LockedUntil, disabled_at AS DisabledAt FROM users WHERE user_id = @userId",
        new { userId });

    private static Account AccountOf(SqliteConnection connection, UserRow row) => new()
    {
        UserId = row.UserId,
        Roles = [.. connection.Query<string>("SELECT role FROM user_roles WHERE user_id = @UserId ORDER BY role", new { row.UserId }).Select(r => RoleName.Read(r)!.Value)],
        Partner = row.Partner,
        MustChoosePassword = row.PasswordUntil is not null,
        HasSecondFactor = row.HasSecondFactor,
        IsDisabled = row.DisabledAt is not null,
    };
}
