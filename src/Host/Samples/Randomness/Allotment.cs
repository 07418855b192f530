namespace Host.Samples.Randomness;

/// <summary>
/// Shares rounds of tickets out by fixed weights and carries what rounding left over into the next round: over any number of rounds an item
/// stays within a ticket or two of its exact share, so small items do not swing as they would under independent draws. The start is random.
/// </summary>
internal sealed class Allotment
{
    private readonly long[] _weights;
    private readonly long[] _credits;
    private readonly long _ticket;

    /// <param name="weights">Whole numbers above 0; at least one.</param>
    /// <param name="random">Draws the start: up to half a ticket for or against each item, none in all.</param>
    public Allotment(IReadOnlyList<int> weights, Pcg32 random)
    {
        // Credits are counted in parts of a ticket so small that the start adds up to nothing without rounding.
        _weights = [.. weights.Select(weight => (long)weight * weights.Count)];
        _ticket = _weights.Sum();
        long[] starts = [.. weights.Select(_ => (long)random.Below((int)(_ticket / weights.Count / 2) + 1))];
        long sum = starts.Sum();
        _credits = [.. starts.Select(start => (start * weights.Count) - sum)];
    }

    /// <summary>Adds a round of <paramref name="size"/> tickets to the credits; as many must then be taken.</summary>
    public void Open(int size)
    {
        for (int i = 0; i < _credits.Length; i++)
            _credits[i] += _weights[i] * size;
    }

    /// <summary>Gives a ticket of the open round to an item that must have it; the others are given more later.</summary>
    public void Give(int item) => _credits[item] -= _ticket;

    /// <summary>Takes <paramref name="size"/> tickets of the open round, each for the item with the largest credit.</summary>
    /// <returns>Tickets by item.</returns>
    public int[] Take(int size)
    {
        int[] taken = new int[_credits.Length];
        for (int ticket = 0; ticket < size; ticket++)
        {
            int largest = 0;
            for (int i = 1; i < _credits.Length; i++)
            {
                if (_credits[i] > _credits[largest])
                    largest = i;
            }

            taken[largest]++;
            Give(largest);
        }

        return taken;
    }
}
