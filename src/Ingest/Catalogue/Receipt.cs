using Ingest.Intake;

namespace Ingest.Catalogue;

/// <summary>
/// What a partner is told about an accepted upload. Counts only. Duplicates are those inside the file: whether another partner
/// knows a person is not for a partner to learn, and is reported with the counts instead.
/// </summary>
public sealed record Receipt
{
    public const int CurrentSchemaVersion = 1;

    public required UploadId Id { get; init; }

    public required PartnerId Partner { get; init; }

    /// <summary>What the rows are: case records, or figures of indicators.</summary>
    public UploadContent Content { get; init; }

    /// <summary>SHA-256 of the bytes received, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required long SizeBytes { get; init; }

    public required int RowsRead { get; init; }

    public required int RowsAccepted { get; init; }

    /// <summary>Rows that did not enter, by reason code, ordinal order.</summary>
    public required IReadOnlyList<RowCount> SetAside { get; init; }

    /// <summary>Accepted rows by quarter (<c>2025-Q4</c>), ascending; rows with a year only are in none.</summary>
    public required IReadOnlyList<RowCount> Quarters { get; init; }

    public required int DuplicatesInFile { get; init; }

    /// <summary>Accepted rows whose date is a year only.</summary>
    public required int YearOnly { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public UploadId? Replaces { get; init; }

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>HMAC-SHA256 over all other fields, lower-case hex, by the key named in <see cref="KeyId"/>.</summary>
    public string Signature { get; init; } = string.Empty;

    public string KeyId { get; init; } = string.Empty;
}
