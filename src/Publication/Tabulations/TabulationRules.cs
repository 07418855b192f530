using Publication.Rules;

namespace Publication.Tabulations;

/// <summary>The rules that a tabulation claims to satisfy.</summary>
/// <param name="K">Values 1..K − 1 are primary; 0 for none.</param>
/// <param name="Level">What must stay possible for them.</param>
/// <param name="Zeros">What becomes of zeros.</param>
/// <param name="Primaries">Cells that are primary by name; these bounds replace the level.</param>
internal sealed record TabulationRules(long K, ProtectionLevel Level, ZeroRule Zeros, IReadOnlyList<TabulatedPrimary> Primaries);
