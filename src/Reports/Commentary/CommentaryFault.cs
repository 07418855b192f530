namespace Reports.Commentary;

/// <summary>What is wrong with a reference in a commentary.</summary>
public enum CommentaryFault
{
    /// <summary>A brace that is not closed, or closes nothing.</summary>
    Brace,

    /// <summary>The release has no such table.</summary>
    Table,

    /// <summary>The table has no such cell of its own: an unknown code, too few or too many, or a category that a row counts with others.</summary>
    Cell,

    /// <summary>The cell is there and is not shown, or its share rests on one that is not.</summary>
    NotShown,

    /// <summary>A figure that was typed: nothing binds it to what is shown. Years and quarters (2025, Q4) are none.</summary>
    Typed,
}
