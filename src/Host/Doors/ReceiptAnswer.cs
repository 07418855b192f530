using Host.Drafting;

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
    bool AlreadyAccepted);
