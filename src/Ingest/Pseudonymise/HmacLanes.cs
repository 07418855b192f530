using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Ingest.Pseudonymise;

/// <summary>
/// HMAC-SHA256 (RFC 2104) under one key of many short messages. Messages are gathered and hashed eight at a time; what does not fit one
/// block is hashed by the platform at once.
/// </summary>
internal sealed class HmacLanes
{
    /// <summary>One block less the mark of the end and the length.</summary>
    public const int LongestShortMessage = BlockBytes - 9;

    private const int BlockBytes = 64;
    private const int HashBytes = 32;
    private const int LengthWords = (LaneSha256.BlockWords - 1) * LaneSha256.Lanes;

    private readonly byte[] key;
    private readonly uint[] inner = new uint[LaneSha256.StateWords];
    private readonly uint[] outer = new uint[LaneSha256.StateWords];
    private readonly uint[] words = new uint[LaneSha256.BlockWords * LaneSha256.Lanes];
    private readonly Memory<byte>[] targets = new Memory<byte>[LaneSha256.Lanes];
    private int waiting;

    /// <param name="key">At most 64 bytes, as all derived keys are.</param>
    public HmacLanes(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, BlockBytes);
        this.key = key;
        KeyState(0x36, inner);
        KeyState(0x5C, outer);
    }

    /// <summary>Hashes a message into 32 bytes, now or by the next <see cref="Finish"/>.</summary>
    public void Add(ReadOnlySpan<byte> message, Memory<byte> target)
    {
        int length = message.Length;
        if (length > LongestShortMessage)
        {
            HMACSHA256.HashData(key, message, target.Span);
            return;
        }

        // Words past the end mark are zero since the last hashing; the length fits the last of them.
        int at = waiting;
        while (message.Length >= sizeof(uint))
        {
            words[at] = BinaryPrimitives.ReadUInt32BigEndian(message);
            message = message[sizeof(uint)..];
            at += LaneSha256.Lanes;
        }

        uint end = 0x80000000;
        for (int i = message.Length - 1; i >= 0; i--)
        {
            end = (end >> 8) | ((uint)message[i] << 24);
        }

        words[at] = end;
        words[LengthWords + waiting] = (uint)(BlockBytes + length) * 8;
        targets[waiting++] = target;
        if (waiting == LaneSha256.Lanes)
        {
            Finish();
        }
    }

    /// <summary>Hashes what waits.</summary>
    [SkipLocalsInit]
    public void Finish()
    {
        if (waiting == 0)
        {
            return;
        }

        Span<Vector256<uint>> state = stackalloc Vector256<uint>[LaneSha256.StateWords];
        Begin(state, inner);
        LaneSha256.Compress(state, MemoryMarshal.Cast<uint, Vector256<uint>>(words));

        // The outer hash is over one block: the key's, done before, and the 32 bytes of the inner hash.
        Span<Vector256<uint>> block = stackalloc Vector256<uint>[LaneSha256.BlockWords];
        block.Clear();
        state.CopyTo(block);
        block[LaneSha256.StateWords] = Vector256.Create(0x80000000u);
        block[^1] = Vector256.Create((uint)(BlockBytes + HashBytes) * 8);
        Begin(state, outer);
        LaneSha256.Compress(state, block);
        Store(MemoryMarshal.Cast<Vector256<uint>, uint>(state));
        words.AsSpan().Clear();
        waiting = 0;
    }

    private static void Begin(Span<Vector256<uint>> state, uint[] from)
    {
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = Vector256.Create(from[i]);
        }
    }

    private void Store(ReadOnlySpan<uint> state)
    {
        for (int lane = 0; lane < waiting; lane++)
        {
            Span<byte> target = targets[lane].Span[..HashBytes];
            for (int word = 0; word < LaneSha256.StateWords; word++)
            {
                BinaryPrimitives.WriteUInt32BigEndian(target[(word * sizeof(uint))..], state[(word * LaneSha256.Lanes) + lane]);
            }
        }
    }

    private void KeyState(byte pad, uint[] result)
    {
        Span<byte> padded = stackalloc byte[BlockBytes];
        padded.Fill(pad);
        for (int i = 0; i < key.Length; i++)
        {
            padded[i] ^= key[i];
        }

        Span<Vector256<uint>> state = stackalloc Vector256<uint>[LaneSha256.StateWords];
        Span<Vector256<uint>> words = stackalloc Vector256<uint>[LaneSha256.BlockWords];
        for (int word = 0; word < words.Length; word++)
        {
            words[word] = Vector256.Create(BinaryPrimitives.ReadUInt32BigEndian(padded[(word * sizeof(uint))..]));
        }

        for (int i = 0; i < state.Length; i++)
        {
            state[i] = Vector256.Create(LaneSha256.InitialState[i]);
        }

        LaneSha256.Compress(state, words);
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = state[i][0];
        }
    }
}
