namespace Anonymize.RecordFiles.Tuples;

/// <summary>
/// How the attributes of a tuple make one 64-bit key: as digits of a number with mixed radices while that fits, in several parts where it does not. The
/// number of a part so far (31 bits) then is the first digit of the next one.
/// </summary>
internal static class KeyParts
{
    private const ulong First = 1UL << 63;
    private const ulong Later = 1UL << 32;

    /// <returns>For each part, how many attributes it takes.</returns>
    public static int[] Split(ReadOnlySpan<int> radices)
    {
        var parts = new List<int>();
        UInt128 product = 1;
        var taken = 0;
        foreach (var radix in radices)
        {
            if (taken > 0 && product * (uint)radix > (parts.Count == 0 ? First : Later))
            {
                parts.Add(taken);
                taken = 0;
                product = 1;
            }

            product *= (uint)radix;
            taken++;
        }

        parts.Add(taken);
        return [.. parts];
    }
}
