namespace Host.Samples.Randomness;

/// <summary>Draws without replacement: after all draws every item has come exactly as often as its quota says.</summary>
internal sealed class Urn
{
    private readonly int[] _left;
    private int _total;

    private Urn(int[] quotas)
    {
        _left = quotas;
        _total = quotas.Sum();
    }

    /// <summary>
    /// Shares <paramref name="size"/> tickets out by <paramref name="weights"/>. Rounding is systematic with a random start, so each quota is
    /// its exact share rounded up or down and right on average.
    /// </summary>
    public static Urn Share(int size, IReadOnlyList<int> weights, Pcg32 random)
    {
        const long Grain = 1L << 20;
        long whole = weights.Sum(weight => (long)weight);
        long offset = random.Below((int)Grain);
        int[] quotas = new int[weights.Count];
        long cumulative = 0;
        long given = 0;
        for (int i = 0; i < quotas.Length; i++)
        {
            cumulative += weights[i];
            long reached = i == quotas.Length - 1 ? size : (long)(((Int128)cumulative * size * Grain / whole + offset) / Grain);
            quotas[i] = (int)(reached - given);
            given = reached;
        }

        return new Urn(quotas);
    }

    /// <summary>An urn with so many tickets for each item.</summary>
    public static Urn Of(IReadOnlyList<int> quotas) => new([.. quotas]);

    /// <summary>Tickets an item still has.</summary>
    public int Left(int item) => _left[item];

    /// <summary>Index of the drawn item. The urn must not be empty.</summary>
    public int Draw(Pcg32 random)
    {
        int ticket = random.Below(_total);
        _total--;
        for (int i = 0; ; i++)
        {
            if (ticket < _left[i])
            {
                _left[i]--;
                return i;
            }

            ticket -= _left[i];
        }
    }
}
