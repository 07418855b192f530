using System.Security.Cryptography;
using Ingest.Pseudonymise;

namespace Ingest.Storage;

/// <summary>The random key of one upload, and the name under which it is kept. Whoever has neither it nor what it is wrapped in cannot read the upload's file.</summary>
internal sealed class DataKey(string id, byte[] bytes)
{
    private const int IdBytes = 16;

    /// <summary>32 lower-case hexadecimal digits, never used twice: numbers of uploads begin again after an older backup, keys must not.</summary>
    public string Id { get; } = id;

    public byte[] Bytes { get; } = bytes;

    public static DataKey New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), RandomNumberGenerator.GetBytes(KeyRing.KeyBytes));

    public override string ToString() => nameof(DataKey);
}
