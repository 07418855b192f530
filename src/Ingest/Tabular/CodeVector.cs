using System.Runtime.InteropServices;

namespace Ingest.Tabular;

/// <summary>
/// Small non-negative integers, each stored in as few bytes (1, 2 or 4) as the largest needs. A million rows of a column with up to 256 values are
/// one megabyte.
/// </summary>
public sealed class CodeVector
{
    private const int LeastCapacity = 256;

    private byte[] bytes = [];
    private ushort[] shorts = [];
    private int[] integers = [];

    internal CodeVector()
    {
    }

    public int Length { get; private set; }

    /// <summary>Bytes of a code: 1, 2 or 4.</summary>
    public int Width { get; private set; } = 1;

    public int this[int row] => (uint)row >= (uint)Length ? throw new ArgumentOutOfRangeException(nameof(row))
        : Width == 1 ? bytes[row] : Width == 2 ? shorts[row] : integers[row];

    /// <summary>The codes as they are stored, <see cref="Width"/> bytes each in the machine's order.</summary>
    public ReadOnlySpan<byte> Stored => Width == 1 ? bytes.AsSpan(0, Length)
        : Width == 2 ? MemoryMarshal.AsBytes(shorts.AsSpan(0, Length))
        : MemoryMarshal.AsBytes(integers.AsSpan(0, Length));

    /// <summary>Copies the codes of the rows from <paramref name="first"/> on, as many as the target holds.</summary>
    public void CopyTo(int first, Span<int> target)
    {
        if (Width == 4)
        {
            integers.AsSpan(first, target.Length).CopyTo(target);
        }
        else if (Width == 2)
        {
            ReadOnlySpan<ushort> source = shorts.AsSpan(first, target.Length);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = source[i];
            }
        }
        else
        {
            ReadOnlySpan<byte> source = bytes.AsSpan(first, target.Length);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = source[i];
            }
        }
    }

    public int[] ToArray()
    {
        int[] codes = new int[Length];
        CopyTo(0, codes);
        return codes;
    }

    /// <summary>Makes room in advance; a guess too small costs copying, one too large memory.</summary>
    internal void Reserve(int rows)
    {
        if (rows > Capacity)
        {
            Resize(rows);
        }
    }

    internal void Add(int code)
    {
        if (Length == Capacity)
        {
            Resize(Math.Max(LeastCapacity, checked(Length * 2)));
        }

        if (Width == 1)
        {
            if (code <= byte.MaxValue)
            {
                bytes[Length++] = (byte)code;
                return;
            }

            Widen(2);
        }

        if (Width == 2)
        {
            if (code <= ushort.MaxValue)
            {
                shorts[Length++] = (ushort)code;
                return;
            }

            Widen(4);
        }

        integers[Length++] = code;
    }

    private int Capacity => Width == 1 ? bytes.Length : Width == 2 ? shorts.Length : integers.Length;

    private void Resize(int capacity)
    {
        switch (Width)
        {
            case 1: Array.Resize(ref bytes, capacity); break;
            case 2: Array.Resize(ref shorts, capacity); break;
            default: Array.Resize(ref integers, capacity); break;
        }
    }

    private void Widen(int width)
    {
        if (width == 2)
        {
            shorts = Array.ConvertAll(bytes, code => (ushort)code);
            bytes = [];
        }
        else
        {
            integers = Array.ConvertAll(shorts, code => (int)code);
            shorts = [];
        }

        Width = width;
    }
}
