using Publication.Tables;

namespace Host.Quarters;

/// <summary>Quarters of one indicator that one partner owes.</summary>
/// <param name="Partner">Its name; null where anybody may report the indicator and nobody did.</param>
/// <param name="Quarters">Their codes, in their order.</param>
internal sealed record OwedFigures(Text? Partner, IReadOnlyList<string> Quarters);
