namespace Publication.Tabulations;

/// <summary>What must stay possible for a printed cell, or for those of it outside a part of it, in changes of its value.</summary>
/// <param name="Table">The table.</param>
/// <param name="Position">The cell.</param>
/// <param name="Part">A part of the cell: the demand is about the others in it; −1 where it is about the cell.</param>
/// <param name="Value">True value of the cell; what is left of it, where somebody knows the rest.</param>
/// <param name="Down">Lower by at least this.</param>
/// <param name="Up">Higher by at least this.</param>
/// <param name="Distinct">Different values, the true one included.</param>
internal readonly record struct TabulatedDemand(int Table, int Position, int Part, long Value, long Down, long Up, int Distinct)
{
    /// <summary>One of <see cref="Down"/> and <see cref="Up"/> is enough.</summary>
    public bool IsEither { get; init; }

    /// <summary>Where it is reported.</summary>
    public int Place => Part < 0 ? Position : Part;

    /// <param name="changes">Changes of the cells of its table.</param>
    public long Change(IReadOnlyDictionary<int, long> changes) => changes.GetValueOrDefault(Position) - (Part < 0 ? 0 : changes.GetValueOrDefault(Part));
}
