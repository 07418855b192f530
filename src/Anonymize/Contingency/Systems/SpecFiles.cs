namespace Anonymize.Contingency.Systems;

/// <summary>What lies in files that a specification names.</summary>
public sealed record SpecFiles
{
    /// <summary>No files.</summary>
    public static SpecFiles None { get; } = new();

    /// <summary>Rows of hierarchy files, leaf first, by variable.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string[]>> Hierarchies { get; init; } = new Dictionary<string, IReadOnlyList<string[]>>(StringComparer.Ordinal);

    /// <summary>Tables of earlier runs.</summary>
    public IReadOnlyList<KnownTable> Known { get; init; } = [];
}
