namespace Anonymize.Attacking.Structure;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnKind
{
    Label,
    Count,

    /// <summary>Says why the figure to its left is not shown.</summary>
    Status,
    Share,
    Change,

    /// <summary>Notes, codes, means, rates: nothing that adds up.</summary>
    Other,
}
