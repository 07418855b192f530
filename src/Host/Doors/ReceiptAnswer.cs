using System.Text.Json.Serialization;
using Host.Drafting;
using Ingest.Intake;

namespace Host.Doors;

/// <summary>A receipt as it is sent.</summary>
internal sealed record ReceiptAnswer(
    int SchemaVersion,
    string Upload,
    string Partner,
    string Content,
    string Sha256,
    long SizeBytes,
    long RowsRead,
    long RowsAccepted,
    IReadOnlyList<ReasonRows> SetAside,
    IReadOnlyList<QuarterRows> Quarters,
    IReadOnlyList<LateRecords> CountedLater,
    IReadOnlyList<string> TooLate,
    long DuplicatesInFile,
    long YearOnly,
    string AcceptedAt,
    string? Replaces,
    string KeyId,
    string Signature,
    bool AlreadyAccepted)
{
    /// <summary>What was found in the file, warnings that is, since a file with faults is not accepted; left out where it was not read anew.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValidationReport? Report { get; init; }
}
