namespace Anonymize.Contingency.Systems;

/// <summary>
/// What must stay possible for a primary cell, or for the difference of two, in changes of its value. At least one whole alternative for each goal, and altogether
/// <paramref name="Distinct"/> different values, the true one included.
/// </summary>
/// <param name="Cell">The cell; never shown, unless it is part of a difference.</param>
/// <param name="Down">An alternative lower by at least this; 0 asks for none.</param>
/// <param name="Up">An alternative higher by at least this; 0 asks for none.</param>
/// <param name="Distinct">Different values.</param>
internal sealed record Requirement(int Cell, long Down, long Up, int Distinct)
{
    /// <summary>A cell inside <paramref name="Cell"/> that is subtracted from it; −1 for none. Either may be shown as long as the other is not.</summary>
    public int Less { get; init; } = -1;

    /// <summary>Who must see it open; null for whoever knows only what is published.</summary>
    public Insider? Against { get; init; }

    /// <summary>How much more it is in an alternative.</summary>
    public long ChangeBy(Moves.CellMove move) => move.At(Cell) - (Less < 0 ? 0 : move.At(Less));

    /// <summary>One of <see cref="Down"/> and <see cref="Up"/> is enough.</summary>
    public bool IsEither { get; init; }

    /// <summary>It is about those outside a category, not about those in the cell: who is one of them learns about others.</summary>
    public bool IsOfOthers { get; init; }
}
