namespace Anonymize.Planning;

/// <summary>How the rows of an axis come about.</summary>
public enum AxisLayout
{
    /// <summary>Every declared category is a row.</summary>
    Fixed,

    /// <summary>The engine chooses which categories stand alone and which are pooled.</summary>
    Pool,

    /// <summary>The rows that the engine chose for another table.</summary>
    RowsOf,
}
