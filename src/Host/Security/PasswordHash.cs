using System.Security.Cryptography;
using System.Text;

namespace Host.Security;

/// <summary>PBKDF2 with HMAC-SHA256, 16 bytes of salt, 32 bytes of hash; the number of rounds is kept with the hash so that it can rise.</summary>
internal sealed class PasswordHash
{
    /// <summary>Rounds of a new hash (OWASP's figure for this function, 2023).</summary>
    public const int Rounds = 600_000;

    public required byte[] Salt { get; init; }

    public required byte[] Hash { get; init; }

    public required long Iterations { get; init; }

    public static PasswordHash Of(string credential, int rounds = Rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new PasswordHash { Salt = salt, Iterations = rounds, Hash = Derive(credential, salt, rounds) };
    }

    public bool Matches(string credential) => CryptographicOperations.FixedTimeEquals(Derive(credential, Salt, (int)Iterations), Hash);

    private static byte[] Derive(string credential, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(credential.Normalize(NormalizationForm.FormC)), salt, rounds, HashAlgorithmName.SHA256, 32);
}
