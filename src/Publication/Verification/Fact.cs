using Publication.Tables;

namespace Publication.Verification;

/// <summary>What an attacker reads: the cell holds at least <paramref name="Low"/> and at most <paramref name="High"/> persons.</summary>
internal sealed record Fact(CellDefinition Cell, int Low, int High);
