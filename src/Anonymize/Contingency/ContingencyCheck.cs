namespace Anonymize.Contingency;

/// <summary>What comes of checking printed tables against their input.</summary>
public sealed record ContingencyCheck
{
    /// <summary>The tables are those of the specification, cell by cell; nothing else was checked where they are not.</summary>
    public required bool IsSameShape { get; init; }

    /// <summary>Cells whose figure is wrong, that are shown against a rule, or shown in one table and hidden in another.</summary>
    public int WrongCells { get; init; }

    /// <summary>Cells whose alternatives the certificate does not reach, and witnesses that are none; null where there is no certificate that can be read.</summary>
    public int? Unproved { get; init; }
}
