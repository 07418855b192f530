using Publication.Tables;

namespace Publication.Ledgers;

/// <summary>A figure published outside the system (by hand, by another office): known to every attacker, audited like our own.</summary>
/// <param name="Cell">What it counts.</param>
/// <param name="Low">At least this many persons.</param>
/// <param name="High">At most this many persons.</param>
/// <param name="Source">Who published it, and when.</param>
public sealed record BackgroundFact(CellDefinition Cell, int Low, int High, string Source);
