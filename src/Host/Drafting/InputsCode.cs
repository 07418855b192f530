using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Apache.Arrow;

namespace Host.Drafting;

/// <summary>
/// Keyed code of the counted records: says that two releases rest on the same records, whatever files they came in. Keyed, because the hash of a small
/// table would confirm a guess.
/// </summary>
internal static class InputsCode
{
    /// <returns>HMAC-SHA256, hex.</returns>
    public static string Of(IReadOnlyDictionary<string, RecordBatch> populations, byte[] key)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var (name, batch) in populations.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Append(hmac, name);
            for (var column = 0; column < batch.ColumnCount; column++)
            {
                Append(hmac, batch.Schema.GetFieldByIndex(column).Name);
                Append(hmac, batch.Column(column));
            }
        }

        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    private static void Append(IncrementalHash hmac, IArrowArray array)
    {
        switch (array)
        {
            case Int32Array numbers:
                for (var i = 0; i < numbers.Length; i++)
                {
                    Append(hmac, numbers.GetValue(i) ?? 0);
                }

                break;
            case DictionaryArray { Dictionary: StringArray words, Indices: Int32Array indices }:
                for (var i = 0; i < indices.Length; i++)
                {
                    Append(hmac, words.GetString(indices.GetValue(i) ?? 0));
                }

                break;
            default:
                throw new InvalidOperationException("Counts have columns of codes and of numbers only.");
        }
    }

    private static void Append(IncrementalHash hmac, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hmac, bytes.Length);
        hmac.AppendData(bytes);
    }

    private static void Append(IncrementalHash hmac, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hmac.AppendData(bytes);
    }
}
