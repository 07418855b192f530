using System.Security.Cryptography;
using System.Text;
using Dapper;
using Host.Outcomes;
using Host.Workflow;
using Microsoft.Data.Sqlite;

namespace Host.Security;

/// <summary>
/// Keys by which the programs of partners hand in files: 256 random bits, shown once, kept as a keyed code, bound to one partner, with an end.
/// Two may be good at once, so that a partner changes keys without a gap.
/// </summary>
internal sealed class PartnerKeyTable(WorkflowDatabase database, Chain chain, AuditTrail audit, TimeProvider clock)
{
    private const string Prefix = "rpk";
    private const int IdDigits = 12;

    /// <summary>Makes a key.</summary>
    /// <returns>The key as the partner's program sends it; it cannot be shown again.</returns>
    public Outcome<string> Issue(string partner, TimeSpan life, string actor)
    {
        var id = RandomNumberGenerator.GetHexString(IdDigits, lowercase: true);
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var now = clock.GetUtcNow();
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        try
        {
            connection.Execute(
                "INSERT INTO partner_keys (key_id, partner, secret_mac, created_at, expires_at) VALUES (@id, @partner, @mac, @from, @until)",
                new { id, partner, mac = CodeOf(id, secret), from = Instant.Write(now), until = Instant.Write(now + life) },
                transaction);
        }
        catch (SqliteException exception) when (exception.Message.Contains("'two-keys'", StringComparison.Ordinal))
        {
            return new Failure(ExitCode.Conflict, "PartnerKeysTwo", partner);
        }

        audit.Record(connection, transaction, actor, "key-issue", id);
        transaction.Commit();
        return $"{Prefix}_{id}_{secret}";
    }

    public Outcome<Done> Revoke(string keyId, string actor)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var changed = connection.Execute(
            "UPDATE partner_keys SET revoked_at = @at WHERE key_id = @keyId AND revoked_at IS NULL", new { keyId, at = Instant.Write(clock.GetUtcNow()) }, transaction);
        if (changed == 0)
        {
            return new Failure(ExitCode.InvalidInput, "PartnerKeyUnknown");
        }

        audit.Record(connection, transaction, actor, "key-revoke", keyId);
        transaction.Commit();
        return Done.Value;
    }

    /// <summary>All keys ever made, newest first.</summary>
    public IReadOnlyList<PartnerKey> All()
    {
        using var connection = database.Connect();
        return
        [
            .. connection.Query<PartnerKey>(
                "SELECT key_id AS KeyId, partner AS Partner, created_at AS CreatedAt, expires_at AS ExpiresAt, revoked_at AS RevokedAt, last_used_at AS LastUsedAt "
                + "FROM partner_keys ORDER BY created_at DESC, key_id"),
        ];
    }

    /// <summary>The partner whose key this is; null for anything that is no good key, whatever is wrong with it.</summary>
    public string? PartnerOf(string? key)
    {
        if (key?.Split('_') is not [Prefix, { Length: IdDigits } id, { Length: 64 } secret])
        {
            return null;
        }

        using var connection = database.Connect();
        var row = connection.QuerySingleOrDefault<(string Partner, string Mac, string Until, string? Revoked)>(
            "SELECT partner, secret_mac, expires_at, revoked_at FROM partner_keys WHERE key_id = @id", new { id });
        var now = clock.GetUtcNow();
        if (row.Partner is null
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(row.Mac), Encoding.ASCII.GetBytes(CodeOf(id, secret)))
            || row.Revoked is not null
            || Instant.Read(row.Until) <= now)
        {
            return null;
        }

        connection.Execute("UPDATE partner_keys SET last_used_at = @at WHERE key_id = @id", new { id, at = Instant.Write(now) });
        return row.Partner;
    }

    private string CodeOf(string id, string secret) => chain.Code(Encoding.ASCII.GetBytes($"partner-key:{id}:{secret}"));
}
