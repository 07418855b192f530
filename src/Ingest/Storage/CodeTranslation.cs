using System.Numerics;
using Ingest.Cases;
using Ingest.Schema;

namespace Ingest.Storage;

/// <summary>
/// From the indexes a file was written with to those of the present code lists. A code that is gone from the lists is damage, not
/// a guess: lists only ever grow.
/// </summary>
internal sealed class CodeTranslation
{
    private readonly Dictionary<string, (CaseColumn Column, byte[] Map)> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SetColumn Column, byte[]? Map)> sets = new(StringComparer.Ordinal);

    public CodeTranslation(Apache.Arrow.Schema written, Codebook present)
    {
        foreach (CaseColumn column in CaseFileSchema.CodeColumns)
        {
            string name = CaseFileSchema.NameOf(column);
            byte[] map = new byte[256];
            map.AsSpan().Fill(MissingCode.NotCollected);
            Map(CaseFileSchema.CodesOf(written, name), present.ListOf(column)).CopyTo(map, 0);
            codes[name] = (column, map);
        }

        foreach (SetColumn column in CaseFileSchema.SetColumns)
        {
            string name = CaseFileSchema.NameOf(column);
            byte[] map = Map(CaseFileSchema.CodesOf(written, name), present.ListOf(column));
            bool same = map.Select((to, from) => to == from).All(unchanged => unchanged);
            sets[name] = (column, same ? null : map);
        }
    }

    public void Codes(string name, ReadOnlySpan<byte> from, CaseBatch to)
    {
        (CaseColumn column, byte[] map) = codes[name];
        byte[] target = to.Codes(column);
        for (int row = 0; row < from.Length; row++)
        {
            target[row] = map[from[row]];
        }
    }

    public void Sets(string name, ReadOnlySpan<ulong> from, CaseBatch to)
    {
        (SetColumn column, byte[]? map) = sets[name];
        ulong[] target = to.Sets(column);
        if (map is null)
        {
            from.CopyTo(target);
            return;
        }

        for (int row = 0; row < from.Length; row++)
        {
            ulong set = from[row] & ~MissingCode.CodeBits;
            for (ulong rest = from[row] & MissingCode.CodeBits; rest != 0; rest &= rest - 1)
            {
                set |= 1UL << map[BitOperations.TrailingZeroCount(rest)];
            }

            target[row] = set;
        }
    }

    private static byte[] Map(string[] written, CodeList present) =>
    [
        .. written.Select(code => present.IndexOf(code) is >= 0 and int place
            ? (byte)place
            : throw new StoreException(StoreFailureCode.FileDamaged)),
    ];
}
