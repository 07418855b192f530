using System.Buffers.Binary;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Host.Security;

/// <summary>Passwords as ASP.NET Identity keeps them (version 3: PBKDF2, salt and number of rounds within the text).</summary>
internal static class PasswordHash
{
    /// <summary>Rounds of a new hash (OWASP's figure for PBKDF2 with HMAC-SHA512, 2023).</summary>
    public const int Rounds = 210_000;

    private const byte Version3 = 1;
    private const uint HmacSha256 = 1;
    private const int Head = 13;

    private static readonly Lazy<string> OfNobody = new(() => Of("nobody has this password", Rounds));

    public static string Of(string password, int rounds = Rounds) => Hasher(rounds).HashPassword("", Composed(password));

    /// <summary>Checks a password.</summary>
    /// <param name="kept">What is kept of it; null takes as long and never matches, so that the time tells nobody whether there is an account.</param>
    /// <param name="password">What was typed.</param>
    public static bool Matches(string? kept, string password) =>
        Hasher(Rounds).VerifyHashedPassword("", kept ?? OfNobody.Value, Composed(password)) != PasswordVerificationResult.Failed && kept is not null;

    /// <summary>Parts as this program kept them before (HMAC-SHA256), in Identity's form.</summary>
    public static string OfParts(byte[] salt, byte[] hash, long iterations)
    {
        var form = new byte[Head + salt.Length + hash.Length];
        form[0] = Version3;
        BinaryPrimitives.WriteUInt32BigEndian(form.AsSpan(1), HmacSha256);
        BinaryPrimitives.WriteUInt32BigEndian(form.AsSpan(5), (uint)iterations);
        BinaryPrimitives.WriteUInt32BigEndian(form.AsSpan(9), (uint)salt.Length);
        salt.CopyTo(form, Head);
        hash.CopyTo(form, Head + salt.Length);
        return Convert.ToBase64String(form);
    }

    private static PasswordHasher<string> Hasher(int rounds) => new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));

    // The same letters typed on two keyboards may come as other code points.
    private static string Composed(string password) => password.Normalize(NormalizationForm.FormC);
}
