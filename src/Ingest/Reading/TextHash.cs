using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Ingest.Reading;

/// <summary>
/// A 64-bit hash of a short text, eight bytes at a time, for tables in memory. Made with numbers of the moment, nobody can prepare texts
/// that collide.
/// </summary>
internal readonly struct TextHash(ulong seed, ulong multiplier)
{
    /// <summary>The same in every process; for tables that compare the texts as well.</summary>
    public static TextHash Fixed => new(0, 0x9E3779B97F4A7C15);

    public static TextHash OfTheMoment()
    {
        ReadOnlySpan<byte> random = RandomNumberGenerator.GetBytes(2 * sizeof(ulong));
        return new TextHash(BinaryPrimitives.ReadUInt64LittleEndian(random), BinaryPrimitives.ReadUInt64LittleEndian(random[sizeof(ulong)..]) | 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(ReadOnlySpan<byte> text)
    {
        ulong hash = Mix((ulong)text.Length);
        while (text.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[8..];
        }

        return text.IsEmpty ? hash : Mix(hash ^ Rest(text));
    }

    /// <summary>One to seven bytes as a number; the length, which is hashed too, tells apart what would be the same.</summary>
    private static ulong Rest(ReadOnlySpan<byte> text) => text.Length >= 4
        ? BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 32)
        : text[0] | ((ulong)text[text.Length >> 1] << 8) | ((ulong)text[^1] << 16);

    /// <summary>Both halves of the product count: what differs in high bits alone must not stay there.</summary>
    private ulong Mix(ulong word)
    {
        ulong high = Math.BigMul(word ^ seed, multiplier, out ulong low);
        return high ^ low;
    }
}
