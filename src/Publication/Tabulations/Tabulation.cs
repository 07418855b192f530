namespace Publication.Tabulations;

/// <summary>Tables over the same persons, or the same magnitudes, as they are to be printed.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Rules">The rules in force.</param>
/// <param name="Facts">What the world knows besides.</param>
internal sealed record Tabulation(IReadOnlyList<TabulatedTable> Tables, TabulationRules Rules, IReadOnlyList<TabulatedFact> Facts);
