namespace Host.Samples.Shapes.Ctdc;

/// <summary>Which of CTDC's editions a file follows.</summary>
internal sealed record CtdcDialect
{
    public required char Delimiter { get; init; }

    /// <summary>Whether the terms of use stand as the header of a first, empty column.</summary>
    public bool HasTermsColumn { get; init; }

    /// <summary>What stands for not known: -99 or nothing.</summary>
    public required string Unknown { get; init; }

    public string Yes { get; init; } = "1";

    public string No { get; init; } = "0";

    /// <summary>Three-letter country codes, else two.</summary>
    public bool Alpha3 { get; init; }

    /// <summary>Beginning of the names of the labour and sex flags: typeOf, since 2026 sectorOf.</summary>
    public string FlagPrefix { get; init; } = "typeOf";

    public required string Datasource { get; init; }
}
