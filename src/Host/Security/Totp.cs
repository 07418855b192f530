using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Host.Security;

/// <summary>One-time codes by time: RFC 6238 with HMAC-SHA1, 30 seconds, six digits, as every authenticator program has them.</summary>
internal static class Totp
{
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int Drift = 1;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Number of the 30 seconds that a moment lies in.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as authenticator programs implement it; the weakness of SHA-1 (collisions) does not touch HMAC.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed, one step early or late allowed; null where there is none.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now)
    {
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        for (var step = StepAt(now) - Drift; step <= StepAt(now) + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(code), System.Text.Encoding.ASCII.GetBytes(CodeAt(secret, step))))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>The secret as a person types it (RFC 4648 base 32 without padding).</summary>
    public static string Base32(ReadOnlySpan<byte> secret)
    {
        var text = new System.Text.StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var octet in secret)
        {
            (bits, count) = ((bits << 8) | octet, count + 8);
            for (; count >= 5; count -= 5)
            {
                text.Append(Alphabet[(bits >> (count - 5)) & 31]);
            }
        }

        return count == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - count)) & 31]).ToString();
    }

    /// <summary>The address that an authenticator program reads from a picture.</summary>
    public static string Address(string issuer, string user, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(user)}?secret={Base32(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
