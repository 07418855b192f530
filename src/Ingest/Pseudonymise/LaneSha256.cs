using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ingest.Pseudonymise;

/// <summary>
/// The compression function of SHA-256 (FIPS 180-4 §6.2.2) for eight messages at once, one in each 32-bit lane. The platform's own
/// SHA-256 spends most of its time on being called when the messages are as short as names and case numbers.
/// </summary>
/// <remarks>Straight-line code on all data: its time tells nothing about keys. A test compares it with the platform's on random messages.</remarks>
internal static class LaneSha256
{
    public const int Lanes = 8;
    public const int StateWords = 8;
    public const int BlockWords = 16;

    private const int Rounds = 64;

    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The state before any block.</summary>
    public static ReadOnlySpan<uint> InitialState =>
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <param name="state">Eight words, replaced.</param>
    /// <param name="block">Sixteen words, big-endian as read.</param>
    [SkipLocalsInit]
    public static void Compress(Span<Vector256<uint>> state, ReadOnlySpan<Vector256<uint>> block)
    {
        Span<Vector256<uint>> w = stackalloc Vector256<uint>[Rounds];
        block[..BlockWords].CopyTo(w);
        for (int t = BlockWords; t < Rounds; t++)
        {
            Vector256<uint> x = w[t - 15];
            Vector256<uint> y = w[t - 2];
            Vector256<uint> small0 = Right(x, 7) ^ Right(x, 18) ^ (x >>> 3);
            Vector256<uint> small1 = Right(y, 17) ^ Right(y, 19) ^ (y >>> 10);
            w[t] = w[t - 16] + small0 + w[t - 7] + small1;
        }

        Vector256<uint> a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (int t = 0; t < Rounds; t++)
        {
            Vector256<uint> sum1 = Right(e, 6) ^ Right(e, 11) ^ Right(e, 25);
            Vector256<uint> choice = g ^ (e & (f ^ g));
            Vector256<uint> one = h + sum1 + choice + Vector256.Create(Constants[t]) + w[t];
            Vector256<uint> sum0 = Right(a, 2) ^ Right(a, 13) ^ Right(a, 22);
            Vector256<uint> majority = (a & b) | (c & (a | b));
            h = g;
            g = f;
            f = e;
            e = d + one;
            d = c;
            c = b;
            b = a;
            a = one + sum0 + majority;
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;

        // The schedule was made from names.
        w.Clear();
    }

    private static Vector256<uint> Right(Vector256<uint> x, int by) => (x >>> by) | (x << (32 - by));
}
