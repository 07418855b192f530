namespace Ingest.Profiles;

/// <summary>One column of a partner's shape, as the profile's data file declares it.</summary>
internal sealed class ProfileColumn
{
    /// <summary>The column's name in reports; the first of <see cref="Names"/> where absent.</summary>
    public string? Id { get; init; }

    /// <summary>Headings it may have, compared folded. A trailing <c>*</c> matches any heading that begins so.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required ColumnUse Use { get; init; }

    /// <summary>For <see cref="ColumnUse.Date"/>, <see cref="ColumnUse.Code"/> and <see cref="ColumnUse.Set"/>.</summary>
    public ColumnTarget To { get; init; }

    /// <summary>For <see cref="ColumnUse.Flag"/>: what yes gives, a code for each target.</summary>
    public IReadOnlyDictionary<ColumnTarget, string> Gives { get; init; } = new Dictionary<ColumnTarget, string>();

    /// <summary>Spellings of this partner: label to code, codes joined by a comma in a set, empty for "says nothing".</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What separates several values in one cell. A label that holds a separator is still found whole.</summary>
    public IReadOnlyList<string> Separators { get; init; } = [];

    /// <summary>Date formats of this column; the profile's where absent.</summary>
    public IReadOnlyList<string>? Formats { get; init; }

    /// <summary>Whether the shape can be recognised only where this column is present.</summary>
    public bool Required { get; init; }

    /// <summary>For identifiers: refuse a row in which the cell is filled, instead of not reading it.</summary>
    public bool RefuseFilled { get; init; }

    /// <summary>The heading may occur again (some templates label two columns alike); the first counts.</summary>
    public bool Repeats { get; init; }

    public string Name => Id ?? Names[0];
}
