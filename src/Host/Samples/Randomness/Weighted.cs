namespace Host.Samples.Randomness;

/// <summary>Items with whole-number weights; drawing is with replacement.</summary>
internal sealed class Weighted<T>
{
    private readonly (T Item, int Weight)[] _items;
    private readonly int _total;

    public Weighted(params (T Item, int Weight)[] items)
    {
        _items = items;
        _total = items.Sum(entry => entry.Weight);
    }

    public IReadOnlyList<(T Item, int Weight)> Items => _items;

    public T Draw(Pcg32 random)
    {
        int ticket = random.Below(_total);
        foreach ((T item, int weight) in _items)
        {
            if (ticket < weight)
                return item;
            ticket -= weight;
        }

        throw new InvalidOperationException("Weights do not add up to their total.");
    }
}
