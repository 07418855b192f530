using Publication.Rules;

namespace Publication.Tabulations;

/// <summary>The rules that a tabulation claims to satisfy.</summary>
/// <param name="K">Values 1..K − 1 are primary; 0 for none.</param>
/// <param name="Level">What must stay possible for them.</param>
/// <param name="Zeros">What becomes of zeros.</param>
/// <param name="Primaries">Cells that are primary by name; these bounds replace the level.</param>
/// <param name="Kappa">R3: where at most so many of a group lie outside a category of a sensitive variable, kappa + 1 + slack must stay possible there; −1 for off.</param>
/// <param name="Slack">R3, see <paramref name="Kappa"/>.</param>
/// <param name="IsSensitive">[variable].</param>
internal sealed record TabulationRules(long K, ProtectionLevel Level, ZeroRule Zeros, IReadOnlyList<TabulatedPrimary> Primaries, int Kappa, int Slack, bool[] IsSensitive)
{
    /// <summary>[variable] persons have several categories of it, so that what two of them have in common is a crossing too; empty where everybody has one of each.</summary>
    public bool[] HasSets { get; init; } = [];

    /// <summary>Every person knows the own record.</summary>
    public bool Persons { get; init; }

    /// <summary>So many partners together know all their records; 0 for none.</summary>
    public int Coalition { get; init; }

    /// <summary>R5: of partners only this is asked: what is left to them and is smaller must be able to be 0 and one less than this; 0 for all rules, read of what is left.</summary>
    public long Residual { get; init; }

    /// <summary>R8: what is between two cells, one inside the other, is guarded as a cell is.</summary>
    public bool Differences { get; init; }

    /// <summary>R9: cells of crossings of at most so many variables that nobody prints must not be settled to be small; 0 for off.</summary>
    public int Latent { get; init; }

    /// <summary>R6: so many of the largest contributions to a sum …</summary>
    public int Largest { get; init; }

    /// <summary>… may make up this share of it, in percent; 0 for off.</summary>
    public decimal Share { get; init; }

    /// <summary>R6: all but the two largest contributions must be this percentage of the largest; 0 for off.</summary>
    public decimal Percent { get; init; }
}
