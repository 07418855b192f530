using Publication.Tables;

namespace Anonymize.Attacking;

/// <summary>How an attack is made.</summary>
public sealed record AttackOptions
{
    /// <summary>Counts below this are small; null asks only for cells with one possible value.</summary>
    public int? K { get; init; }

    /// <summary>The least value of a hidden cell whose mark and whose declaration say nothing; 0 or 1.</summary>
    public int HiddenMin { get; init; }

    /// <summary>The language of what is assumed and of how a cell is given away.</summary>
    public Language Language { get; init; } = Language.En;
}
