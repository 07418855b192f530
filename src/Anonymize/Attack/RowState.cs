namespace Anonymize.Attack;

/// <summary>What the attacker reads of a row.</summary>
internal enum RowState
{
    /// <summary>Printed: an alternative must give the same count.</summary>
    Known,

    /// <summary>Not printed: free.</summary>
    Hidden,

    /// <summary>Printed, but it could be hidden at its price: free at a cost for each person it moves.</summary>
    Priced,
}
