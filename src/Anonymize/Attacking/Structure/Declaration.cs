namespace Anonymize.Attacking.Structure;

/// <summary>What is declared about a table.</summary>
internal sealed record Declaration
{
    public string? Id { get; init; }

    public string? Population { get; init; }

    public int? HiddenMin { get; init; }

    public Legend? Legend { get; init; }

    /// <summary>Whether every sum is declared, so that none needs to be searched.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The variable of a column, by key of the column, where they are named differently.</summary>
    public IReadOnlyDictionary<string, string> VariableOf { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Restrictions of the whole table.</summary>
    public IReadOnlyList<Coordinate> Where { get; init; } = [];

    public IReadOnlySet<string> Overlapping { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<(string Variable, string Key), IReadOnlyList<string>> Leaves { get; init; } =
        new Dictionary<(string, string), IReadOnlyList<string>>();
}
