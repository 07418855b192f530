namespace Anonymize.Contingency.Systems;

/// <summary>Kinds of faults of an input.</summary>
public enum InputFaultKind
{
    /// <summary>The input lacks a column that the specification names.</summary>
    ColumnMissing,

    /// <summary>A leaf or node lies under two parents of one chain.</summary>
    TwoParents,

    /// <summary>A leaf of the input is not in the hierarchy.</summary>
    NotInHierarchy,

    /// <summary>A code or a variable is named as one of the words with a meaning of their own.</summary>
    ReservedName,

    /// <summary>A code means two different sets of leaves.</summary>
    CodeTwice,

    /// <summary>A variable without a value in some row.</summary>
    EmptyCode,

    /// <summary>A leaf of the hierarchy that no person can have, where a person has several: it holds the delimiter, or blanks at its ends.</summary>
    NotOneCategory,

    /// <summary>Somebody has more categories of a variable than the specification says there can be.</summary>
    TooManyCategories,

    /// <summary>A code of the specification that the variable does not have.</summary>
    CodeUnknown,

    /// <summary>A level of the specification that the variable does not have.</summary>
    LevelUnknown,

    /// <summary>The finest categories of a pooled variable overlap in a table, so that no layout can be made of them.</summary>
    LayoutOverlaps,

    /// <summary>A layout that leaves a category out, names another one, or gives a row the code of a category or of another row.</summary>
    LayoutUnfit,

    /// <summary>A figure known from elsewhere contradicts the input.</summary>
    FactContradicted,

    /// <summary>A table of an earlier run has a variable that is declared no longer.</summary>
    KnownUndeclared,

    /// <summary>A combination declared impossible occurs.</summary>
    ImpossibleOccurs,

    /// <summary>The variables together have more combinations than can be held.</summary>
    TooLarge,

    /// <summary>A rule about persons, and an input that counts none.</summary>
    NotPersons,

    /// <summary>A rule about contributions to sums, and an input that counts persons.</summary>
    NotMagnitudes,

    /// <summary>More sets of partners than one system can be asked to stand against.</summary>
    TooManyCoalitions,

    /// <summary>Sums pass what a whole number of 64 bits holds.</summary>
    Overflow,
}
