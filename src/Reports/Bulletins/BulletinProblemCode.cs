namespace Reports.Bulletins;

/// <summary>Kinds of mistakes in a bulletin definition.</summary>
public enum BulletinProblemCode
{
    /// <summary>The file is no JSON document.</summary>
    NotJson,

    /// <summary>The file says a newer schema version than this program knows.</summary>
    NewerSchema,

    /// <summary>A setting that does not exist here, or is misspelt.</summary>
    UnknownSetting,

    /// <summary>The same setting stands twice in one place.</summary>
    RepeatedSetting,

    MissingSetting,

    /// <summary>The value is of another kind than expected (a text, a number, a list).</summary>
    WrongKind,

    /// <summary>The value is none of the expected ones, or out of range.</summary>
    UnexpectedValue,

    /// <summary>Two tables share an id or a number.</summary>
    RepeatedTable,

    /// <summary>Rows are taken from a table that does not come before this one, or crosses several axes.</summary>
    UnknownTable,

    /// <summary>A placeholder that does not exist, or that one language has and the other has not.</summary>
    WrongPlaceholder,

    /// <summary>A text that a spreadsheet would take for a formula.</summary>
    LooksLikeFormula,
}
