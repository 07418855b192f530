using System.Security.Cryptography;
using System.Text;
using Dapper;
using Ingest.Pseudonymise;
using Microsoft.Data.Sqlite;

namespace Ingest.Storage;

/// <summary>
/// Recognises a ring that holds another key under a known id, before anything is written with it. The value kept is derived from
/// the key and tells nothing else about it. A key that is gone from the ring is no fault here: it may have been destroyed.
/// </summary>
internal static class StoreKeyCheck
{
    private const int CheckBytes = 8;

    /// <exception cref="StoreException">A key of the ring is not the one the store knows by its id.</exception>
    public static void Require(SqliteTransaction transaction, KeyRing keys)
    {
        SqliteConnection connection = transaction.Connection!;
        foreach (string keyId in keys.Ids)
        {
            string value = ValueOf(keys, keyId, KeyPurpose.StoreFile);
            connection.Execute(
                "INSERT INTO store_key (key_id, check_value) VALUES (@KeyId, @Value) ON CONFLICT (key_id) DO NOTHING",
                new { KeyId = keyId, Value = value },
                transaction);
            string? known = connection.ExecuteScalar<string>(
                "SELECT check_value FROM store_key WHERE key_id = @KeyId", new { KeyId = keyId }, transaction);
            RequireSame(known, value);
        }

        RequirePseudonymKey(transaction, keys);
    }

    private static void RequirePseudonymKey(SqliteTransaction transaction, KeyRing keys)
    {
        SqliteConnection connection = transaction.Connection!;
        string value = ValueOf(keys, keys.PseudonymId, KeyPurpose.CaseKey);
        connection.Execute(
            """
            INSERT INTO pseudonym_key (only_row, key_id, check_value) VALUES (1, @KeyId, @Value) ON CONFLICT (only_row) DO NOTHING
            """,
            new { KeyId = keys.PseudonymId, Value = value },
            transaction);
        RequireSame(connection.ExecuteScalar<string>("SELECT check_value FROM pseudonym_key", transaction: transaction), value);
    }

    private static void RequireSame(string? known, string value)
    {
        if (!string.Equals(known, value, StringComparison.Ordinal))
        {
            throw new StoreException(StoreFailureCode.KeyUnavailable);
        }
    }

    private static string ValueOf(KeyRing keys, string keyId, KeyPurpose purpose)
    {
        byte[] key = keys.Derive(keyId, purpose)!;
        byte[] check = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, CheckBytes, salt: null, Encoding.UTF8.GetBytes("key check"));
        return Convert.ToHexStringLower(check);
    }
}
