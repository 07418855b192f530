namespace Benchmarks.Counting;

/// <summary>Columns of independent, skewed byte codes from a fixed seed: code i has weight (i + 1)^-skew.</summary>
internal sealed class SkewedCodes
{
    public static readonly int[] Cardinalities = [2, 8, 5, 7, 16, 10, 8, 12];
    private const double Skew = 0.55;

    public SkewedCodes(int rows, int seed)
    {
        var random = new Random(seed);
        Columns = new byte[Cardinalities.Length][];
        for (int column = 0; column < Columns.Length; column++)
        {
            byte[] lookup = Lookup(Cardinalities[column]);
            byte[] codes = new byte[rows];
            for (int row = 0; row < rows; row++)
            {
                codes[row] = lookup[random.Next(lookup.Length)];
            }

            Columns[column] = codes;
        }
    }

    public byte[][] Columns { get; }

    private static byte[] Lookup(int cardinality)
    {
        double[] weights = [.. Enumerable.Range(1, cardinality).Select(rank => Math.Pow(rank, -Skew))];
        byte[] lookup = new byte[4096];
        double total = weights.Sum();
        double upTo = 0;
        int at = 0;
        for (int code = 0; code < cardinality; code++)
        {
            upTo += weights[code];
            while (at < lookup.Length && at < upTo / total * lookup.Length)
            {
                lookup[at++] = (byte)code;
            }
        }

        return lookup;
    }
}
