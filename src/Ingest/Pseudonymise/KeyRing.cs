using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ingest.Pseudonymise;

/// <summary>
/// The secret keys, each with an id, from a file or an environment variable and never from the store. Keys for each purpose are derived
/// with HKDF-SHA256 (RFC 5869), so the ring holds one 32-byte secret per id.
/// </summary>
/// <remarks>
/// New files use <see cref="CurrentId"/>. Pseudonyms always use <see cref="PseudonymId"/>: another key would give the same case
/// another name, so that id changes only when the whole store is re-keyed.
/// </remarks>
public sealed class KeyRing
{
    public const int KeyBytes = 32;

    private readonly Dictionary<string, byte[]> secrets;

    private KeyRing(Dictionary<string, byte[]> secrets, string currentId, string pseudonymId)
    {
        this.secrets = secrets;
        CurrentId = currentId;
        PseudonymId = pseudonymId;
    }

    public string CurrentId { get; }

    public string PseudonymId { get; }

    /// <summary>The ids in ordinal order.</summary>
    public IReadOnlyList<string> Ids => [.. secrets.Keys.Order(StringComparer.Ordinal)];

    public bool Holds(string id) => secrets.ContainsKey(id);

    /// <summary>The 32-byte key of an id for one purpose; none where the ring has no such id.</summary>
    public byte[]? Derive(string id, KeyPurpose purpose) =>
        secrets.TryGetValue(id, out byte[]? secret)
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyBytes, salt: null, Encoding.UTF8.GetBytes($"reporting/1/{purpose}"))
            : null;

    /// <summary>The key new work uses for a purpose.</summary>
    public byte[] Current(KeyPurpose purpose) => Derive(IdFor(purpose), purpose)!;

    public string IdFor(KeyPurpose purpose) => purpose is KeyPurpose.CaseKey or KeyPurpose.MatchKey or KeyPurpose.ConsentMark ? PseudonymId : CurrentId;

    /// <summary>A ring with one fresh random key, as the text that <see cref="TryRead"/> reads.</summary>
    public static string NewText(string id)
    {
        byte[] secret = RandomNumberGenerator.GetBytes(KeyBytes);
        return Text(id, secret);
    }

    /// <summary>A ring whose key follows from a seed. For samples and tests: whoever knows the seed has the key.</summary>
    public static KeyRing FromSeed(string id, string seed)
    {
        byte[] secret = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        return new KeyRing(new(StringComparer.Ordinal) { [id] = secret }, id, id);
    }

    public static bool TryLoadFile(string path, [NotNullWhen(true)] out KeyRing? ring, out KeyFault fault)
    {
        ring = null;
        string text;
        try
        {
            text = File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            fault = KeyFault.Missing;
            return false;
        }

        return TryRead(text, out ring, out fault);
    }

    public static bool TryLoadEnvironment(string variable, [NotNullWhen(true)] out KeyRing? ring, out KeyFault fault)
    {
        string? text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(text))
        {
            ring = null;
            fault = KeyFault.Missing;
            return false;
        }

        return TryRead(text, out ring, out fault);
    }

    public static bool TryRead(string text, [NotNullWhen(true)] out KeyRing? ring, out KeyFault fault)
    {
        ring = null;
        fault = KeyFault.Malformed;
        KeyRingFile? file;
        try
        {
            file = JsonSerializer.Deserialize<KeyRingFile>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // Dropped on purpose: the message could quote key material.
            return false;
        }

        if (file is not { SchemaVersion: 1, Keys.Count: > 0, Current: not null, Pseudonym: not null })
        {
            return false;
        }

        var secrets = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (KeyRingFile.KeyPart key in file.Keys)
        {
            if (!IsId(key.Id) || key.Secret is not { Length: KeyBytes } || !secrets.TryAdd(key.Id!, key.Secret))
            {
                return false;
            }
        }

        if (!secrets.ContainsKey(file.Current) || !secrets.ContainsKey(file.Pseudonym))
        {
            return false;
        }

        ring = new KeyRing(secrets, file.Current, file.Pseudonym);
        fault = KeyFault.None;
        return true;
    }

    public override string ToString() => nameof(KeyRing);

    // Ids stand in file names and metadata.
    private static bool IsId(string? id) =>
        id is { Length: > 0 and <= 40 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string Text(string id, byte[] secret) => JsonSerializer.Serialize(
        new KeyRingFile { SchemaVersion = 1, Current = id, Pseudonym = id, Keys = [new() { Id = id, Secret = secret }] },
        JsonSerializerOptions.Web);
}
