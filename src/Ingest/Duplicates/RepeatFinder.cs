using System.Numerics;

namespace Ingest.Duplicates;

/// <summary>
/// Finds which of many 64-bit hashes were there before, at about a dozen bytes each and without sorting: a bit for each hash, in a table
/// with room for many more, tells nearly all that are new. What meets a bit that is set is looked for once more among all when asked.
/// </summary>
/// <remarks>Bits are asked a block at a time: the processor then waits for many places of the table at once.</remarks>
internal sealed class RepeatFinder
{
    /// <summary>The hash of what is not there; it never repeats.</summary>
    public const ulong None = 0;

    private const int BlockLength = 1 << 15;
    private const int LeastBitsPerHash = 16;
    private const int BitsPerSuspect = 32;

    private readonly List<ulong[]> blocks = [];
    private readonly HashSet<ulong> suspects = [];
    private ulong[] bits = new ulong[BlockLength * LeastBitsPerHash / 64];
    private ulong[] block = new ulong[BlockLength];
    private int inBlock;

    /// <param name="hash">Evenly spread over all its bits.</param>
    public void Add(ulong hash)
    {
        block[inBlock++] = hash;
        if (inBlock == BlockLength)
        {
            Settle();
        }
    }

    /// <summary>The places of the hashes that stood at an earlier place, ascending; the first added has place 0. Nothing is added after it.</summary>
    public IReadOnlyList<int> Repeated()
    {
        Settle();
        bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)suspects.Count / (64 / BitsPerSuspect) + 1)];
        Mark(suspects);
        var repeated = new List<int>();
        var met = new HashSet<ulong>();
        for (int i = 0; i < blocks.Count; i++)
        {
            for (int j = 0; j < BlockLength; j++)
            {
                ulong hash = blocks[i][j];
                if (IsMarked(hash) && suspects.Contains(hash) && !met.Add(hash))
                {
                    repeated.Add((i * BlockLength) + j);
                }
            }
        }

        return repeated;
    }

    private void Settle()
    {
        if ((long)bits.Length * 64 < (long)(blocks.Count + 1) * BlockLength * LeastBitsPerHash)
        {
            bits = new ulong[bits.Length * 2];
            blocks.ForEach(Mark);
        }

        foreach (ulong hash in block)
        {
            if (IsMarked(hash) && hash != None)
            {
                suspects.Add(hash);
            }

            Mark(hash);
        }

        blocks.Add(block);
        block = new ulong[BlockLength];
        inBlock = 0;
    }

    private void Mark(IEnumerable<ulong> hashes)
    {
        foreach (ulong hash in hashes)
        {
            Mark(hash);
        }
    }

    private void Mark(ulong hash) => bits[(int)(hash >> 6) & (bits.Length - 1)] |= 1UL << (int)(hash & 63);

    private bool IsMarked(ulong hash) => (bits[(int)(hash >> 6) & (bits.Length - 1)] >> (int)(hash & 63) & 1) != 0;
}
