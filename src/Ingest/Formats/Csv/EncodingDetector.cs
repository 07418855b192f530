using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Ingest.Rules;

namespace Ingest.Formats.Csv;

/// <summary>
/// Finds the encoding of a text file by reading all of it once: a byte order mark, else UTF-16 by its zero bytes, else strict UTF-8,
/// else windows-1254 if the bytes make sense there. UTF-8 that is damaged somewhere is not taken for windows-1254.
/// </summary>
internal static class EncodingDetector
{
    private const int BlockBytes = 1 << 16;

    public static bool TryDetect(Stream file, CancellationToken ct, out TextEncoding encoding, out FileFault fault)
    {
        fault = default;
        file.Position = 0;
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            int first = file.ReadAtLeast(block.AsSpan(0, BlockBytes), BlockBytes, throwOnEndOfStream: false);
            ReadOnlySpan<byte> start = block.AsSpan(0, first);
            encoding = Declared(start);
            if (encoding.Name.StartsWith("UTF-16", StringComparison.Ordinal))
            {
                return true;
            }

            Census census = Count(file, block, encoding.BomLength, ct);
            if (census.Invalid == 0 && census.Controls == 0)
            {
                return true;
            }

            bool damaged = encoding.BomLength > 0 || census.MultiByte > census.Invalid;
            if (census.Controls > 0 || damaged || !MakesSenseAs1254(census))
            {
                fault = new FileFault(damaged && census.Controls == 0 ? RuleCode.EncodingMixed : RuleCode.EncodingUnknown);
                return false;
            }

            encoding = TextEncoding.Windows1254();
            return true;
        }
        finally
        {
            // The block held case text.
            ArrayPool<byte>.Shared.Return(block, clearArray: true);
            file.Position = 0;
        }
    }

    private static TextEncoding Declared(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return TextEncoding.Utf8(3);
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return TextEncoding.Utf16LittleEndian(2);
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return TextEncoding.Utf16BigEndian(2);
        }

        int evenZeros = 0, oddZeros = 0, pairs = Math.Min(start.Length, 512) / 2;
        for (int i = 0; i < pairs; i++)
        {
            evenZeros += start[2 * i] == 0 ? 1 : 0;
            oddZeros += start[(2 * i) + 1] == 0 ? 1 : 0;
        }

        // Headings are mostly ASCII, so one of the two bytes of most UTF-16 units is zero; in other text none is.
        return oddZeros > pairs / 2 ? TextEncoding.Utf16LittleEndian(0)
            : evenZeros > pairs / 2 ? TextEncoding.Utf16BigEndian(0)
            : TextEncoding.Utf8(0);
    }

    private static Census Count(Stream file, byte[] block, int skip, CancellationToken ct)
    {
        file.Position = skip;
        var census = default(Census);
        int kept = 0;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            int read = file.ReadAtLeast(block.AsSpan(kept, BlockBytes - kept), BlockBytes - kept, throwOnEndOfStream: false);
            bool last = read < BlockBytes - kept;
            ReadOnlySpan<byte> text = block.AsSpan(0, kept + read);
            int used = census.Add(text, last);
            if (last)
            {
                return census;
            }

            kept = text.Length - used;
            text[used..].CopyTo(block);
        }
    }

    /// <summary>No byte that the code page leaves undefined.</summary>
    private static bool MakesSenseAs1254(Census census) => census.Undefined == 0;

    private struct Census
    {
        public long Invalid;
        public long MultiByte;
        public long Controls;
        public long Undefined;

        /// <summary>Counts a block and says how many of its bytes were used; the rest is the beginning of a character.</summary>
        public int Add(ReadOnlySpan<byte> text, bool last)
        {
            CountControls(text);
            if (Utf8.IsValid(text))
            {
                // How many characters of several bytes there are matters only beside invalid ones; one will do.
                MultiByte += text.ContainsAnyInRange((byte)0xC2, (byte)0xF4) ? 1 : 0;
                return text.Length;
            }

            int at = 0;
            while (at < text.Length)
            {
                int ascii = text[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                if (ascii < 0)
                {
                    return text.Length;
                }

                at += ascii;
                OperationStatus status = Rune.DecodeFromUtf8(text[at..], out _, out int length);
                if (status == OperationStatus.NeedMoreData && !last)
                {
                    return at;
                }

                if (status == OperationStatus.Done)
                {
                    MultiByte++;
                }
                else
                {
                    Invalid++;
                    Undefined += text[at] is 0x81 or 0x8D or 0x8E or 0x8F or 0x90 or 0x9D or 0x9E ? 1 : 0;
                }

                at += length;
            }

            return text.Length;
        }

        private void CountControls(ReadOnlySpan<byte> text)
        {
            // The common case costs two vectorised looks.
            if (text.ContainsAnyInRange((byte)0, (byte)8) || text.ContainsAnyInRange((byte)0x0E, (byte)0x1A))
            {
                Controls++;
            }
        }
    }
}
