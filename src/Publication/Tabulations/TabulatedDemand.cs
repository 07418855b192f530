namespace Publication.Tabulations;

/// <summary>What must stay possible for a printed cell, or for those of it outside a part of it, in changes of its value.</summary>
/// <param name="Table">The table.</param>
/// <param name="Position">The cell.</param>
/// <param name="Part">A part of the cell: the demand is about the others in it; −1 where it is about the cell.</param>
/// <param name="Value">True value of the cell, or of the difference; what is left of it, where somebody knows the rest.</param>
/// <param name="Down">Lower by at least this.</param>
/// <param name="Up">Higher by at least this.</param>
/// <param name="Distinct">Different values, the true one included.</param>
internal readonly record struct TabulatedDemand(int Table, int Position, int Part, long Value, long Down, long Up, int Distinct)
{
    /// <summary>One of <see cref="Down"/> and <see cref="Up"/> is enough.</summary>
    public bool IsEither { get; init; }

    /// <summary>Table of the part, where it is not that of the cell.</summary>
    public int? PartTable { get; init; }

    /// <summary>It is about who is in the cell and not in the part, as if they were a cell; otherwise a part tells of those in it.</summary>
    public bool IsDifference { get; init; }

    /// <summary>Where it is reported.</summary>
    public int Place => Part < 0 || IsDifference ? Position : Part;

    /// <param name="changes">[table] changes by cell.</param>
    public long Change(IReadOnlyList<Dictionary<int, long>> changes) =>
        changes[Table].GetValueOrDefault(Position) - (Part < 0 ? 0 : changes[PartTable ?? Table].GetValueOrDefault(Part));
}
