using Ingest.Rules;

namespace Ingest.Intake;

/// <summary>What came of reading a file: counts and findings, never a value.</summary>
public sealed record ValidationReport
{
    public const int CurrentSchema = 1;

    /// <summary>Of the JSON form.</summary>
    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>How the file was understood: format, and encoding with delimiter where it is text. Empty where it was not.</summary>
    public required string Dialect { get; init; }

    /// <summary>The shape the file was recognised as, with its version; none where it was not.</summary>
    public string? Profile { get; init; }

    public int ProfileVersion { get; init; }

    /// <summary>Records in the file: accepted, faulty and set aside together.</summary>
    public long Records { get; init; }

    /// <summary>Records without fault and with consent or legal basis.</summary>
    public long Accepted { get; init; }

    public long Faulty { get; init; }

    /// <summary>Set aside because the person refused.</summary>
    public long ConsentRefused { get; init; }

    /// <summary>Set aside because consent is not stated.</summary>
    public long ConsentMissing { get; init; }

    /// <summary>Accepted records that name a year only and so stay out of quarters.</summary>
    public long YearOnly { get; init; }

    /// <summary>Rows that are totals, not records.</summary>
    public long TotalRows { get; init; }

    /// <summary>Accepted records by quarter, in order of time.</summary>
    public required IReadOnlyList<QuarterCount> Quarters { get; init; }

    /// <summary>Worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The file was read to its end.</summary>
    public bool IsReadable => !Findings.Any(finding => finding.Severity == Severity.Fatal);

    /// <summary>Nothing stands against accepting the whole file.</summary>
    public bool IsAcceptable => IsReadable && Faulty == 0 && !Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>Nothing stands against accepting the file without its faulty rows.</summary>
    public bool IsAcceptableWithoutFaultyRows => IsReadable && Accepted > 0;
}
