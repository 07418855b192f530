namespace Ingest.Tabular;

/// <summary>How a table is read.</summary>
public sealed record TabularOptions
{
    /// <summary>Between the cells of a text file; one ASCII character, neither quote nor line break. Default comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether the first row of a text file names the columns; without it they are named 1, 2, 3 … Default yes.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The columns to keep, all where null (the default). Of the others nothing but the name is held, nor is their text looked at.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>Largest row of a text file in bytes. Default 1 MiB.</summary>
    public int RowBytes { get; init; } = 1 << 20;
}
