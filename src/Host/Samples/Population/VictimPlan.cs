using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>The actual victims of one quarter after the other, drawn systematically: sectors within the quarter, then what <see cref="SectorPlan"/> does.</summary>
internal sealed class VictimPlan
{
    private readonly Allotment _shares;
    private readonly SectorPlan[] _sectors;
    private Urn _left = Urn.Of([]);

    public VictimPlan(Pcg32 random)
    {
        _shares = new Allotment([.. Sectors.All.Items.Select(entry => entry.Weight)], random);
        _sectors = [.. Sectors.All.Items.Select(entry => new SectorPlan(entry.Item, random))];
    }

    /// <summary>Moves on to a quarter. All victims of the one before must have been drawn.</summary>
    public void Enter(int victims, Pcg32 random)
    {
        _shares.Open(victims);
        int[] sizes = _shares.Take(victims);
        for (int i = 0; i < sizes.Length; i++)
            _sectors[i].Enter(sizes[i], random);
        _left = Urn.Of(sizes);
    }

    /// <summary>The next victim of the quarter, in random order.</summary>
    public CaseDraw Next(Pcg32 random) => _sectors[_left.Draw(random)].Next(random);
}
