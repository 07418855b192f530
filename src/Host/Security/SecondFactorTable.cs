using System.Security.Cryptography;
using Dapper;
using Host.Outcomes;
using Host.Storage;
using Host.Workflow;

namespace Host.Security;

/// <summary>Secrets of authenticator programs, encrypted, and the check of their codes. A code is good once.</summary>
internal sealed class SecondFactorTable(WorkflowDatabase database, PrivateVault vault, UserTable users, AuditTrail audit, TimeProvider clock)
{
    /// <summary>A new secret for somebody who has none yet; it counts from the first right code on.</summary>
    public byte[] Offer(string userId)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var row = connection.QuerySingle<Row>("SELECT second_factor AS Sealed, second_factor_step AS Step FROM users WHERE user_id = @userId", new { userId }, transaction);
        if (row.Step is not null)
        {
            throw new InvalidOperationException("A second factor that is in use is not shown again.");
        }

        if (row.Sealed is { } before)
        {
            return Opened(userId, before);
        }

        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        Write(connection, transaction, userId, secret, step: null);
        transaction.Commit();
        return secret;
    }

    /// <summary>Takes a code: that of the secret in use, or the first of one that was offered. A code that was used is refused, and so is everything older.</summary>
    public Outcome<Done> Take(string userId, string typed)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var row = connection.QuerySingle<Row>("SELECT second_factor AS Sealed, second_factor_step AS Step, locked_until AS LockedUntil FROM users WHERE user_id = @userId", new { userId }, transaction);
        var now = clock.GetUtcNow();
        var isLocked = row.LockedUntil is { } until && Instant.Read(until) > now;
        if (isLocked || row.Sealed is not { } kept || Totp.StepOf(Opened(userId, kept), typed, now) is not { } step || step <= row.Step)
        {
            transaction.Rollback();
            if (!isLocked)
            {
                users.CountFailure(userId);
            }

            return new Failure(ExitCode.NotPermitted, "CodeRefused");
        }

        connection.Execute("UPDATE users SET second_factor_step = @step, failures = 0, locked_until = NULL WHERE user_id = @userId", new { userId, step }, transaction);
        if (row.Step is null)
        {
            audit.Record(connection, transaction, userId, "second-factor", userId);
        }

        transaction.Commit();
        return Done.Value;
    }

    /// <summary>Takes a lost second factor away; the person sets up another at the next sign-in.</summary>
    public void Clear(string userId, string actor)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("UPDATE users SET second_factor = NULL, second_factor_step = NULL WHERE user_id = @userId", new { userId }, transaction);
        SessionTable.EndAll(connection, transaction, userId);
        audit.Record(connection, transaction, actor, "second-factor-clear", userId);
        transaction.Commit();
    }

    /// <summary>A secret that is no secret, for the users of the demonstration.</summary>
    public void Set(string userId, byte[] secret)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        Write(connection, transaction, userId, secret, step: 0);
        transaction.Commit();
    }

    private static string NameOf(string userId) => $"second-factor/{userId}";

    private void Write(Microsoft.Data.Sqlite.SqliteConnection connection, Microsoft.Data.Sqlite.SqliteTransaction transaction, string userId, byte[] secret, long? step) =>
        connection.Execute(
            "UPDATE users SET second_factor = @kept, second_factor_step = @step WHERE user_id = @userId",
            new { userId, step, kept = vault.Seal(NameOf(userId), secret) },
            transaction);

    private byte[] Opened(string userId, byte[] kept) =>
        vault.Open(NameOf(userId), kept).Succeeded(out var secret, out var failure) ? secret : throw new InvalidOperationException($"A second factor cannot be read: {failure.Code}.");

    private sealed class Row
    {
        public byte[]? Sealed { get; init; }

        public long? Step { get; init; }

        public string? LockedUntil { get; init; }
    }
}
