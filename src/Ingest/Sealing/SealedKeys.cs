using System.Security.Cryptography;
using System.Text;
using Ingest.Pseudonymise;

namespace Ingest.Sealing;

/// <summary>What follows from the key of one database: a key for each kind of its files, and a name that tells nothing of it.</summary>
internal sealed class SealedKeys(byte[] dataKey)
{
    private const int NameBytes = 8;

    public string Name { get; } = "sealed-" + Convert.ToHexStringLower(Derive(dataKey, "name", NameBytes));

    public byte[] Pages { get; } = Derive(dataKey, "pages");

    public byte[] Log { get; } = Derive(dataKey, "log");

    public byte[] Journal { get; } = Derive(dataKey, "journal");

    public byte[] Temporary { get; } = Derive(dataKey, "temporary");

    private static byte[] Derive(byte[] dataKey, string purpose, int bytes = KeyRing.KeyBytes) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, bytes, salt: null, Encoding.UTF8.GetBytes($"sealed database/1/{purpose}"));
}
