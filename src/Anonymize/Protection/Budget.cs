namespace Anonymize.Protection;

/// <summary>
/// How much work a run may do, in units that are the same on every machine (one for a linear programme, ten for an integer one). What is
/// undecided when it ends counts as unsafe.
/// </summary>
public sealed class Budget(long units)
{
    private long _spent;

    /// <summary>Enough for a bulletin of a few hundred persons.</summary>
    public const long DefaultUnits = 400_000;

    public long Units { get; } = units;

    public long Spent => _spent;

    public bool IsExceeded => _spent > Units;

    internal void Spend(long units) => _spent += units;
}
