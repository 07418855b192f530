namespace Anonymize.Attacking.Structure;

/// <summary>What a cell of a sheet can be.</summary>
internal enum ContentKind
{
    Empty,
    Label,
    Number,

    /// <summary>A mark that says a range itself: <c>&lt;5</c>, <c>1-4</c>. In a heading it may be an age.</summary>
    Range,

    /// <summary>A mark for a figure that is kept back.</summary>
    Hidden,

    /// <summary>A figure that its author does not have: unknown, but nobody's secret.</summary>
    NotAvailable,

    /// <summary>A figure that cannot be.</summary>
    NotApplicable,
}
