using Ingest.Intake;

namespace Ingest.Catalogue;

/// <summary>An upload as it lies in the table.</summary>
internal sealed class UploadRow
{
    public const string Select =
        "SELECT number AS Number, accepted_order AS AcceptedOrder, partner_id AS Partner, sha256 AS Sha256, size_bytes AS SizeBytes, "
        + "rows_read AS RowsRead, rows_accepted AS RowsAccepted, duplicates_in_file AS DuplicatesInFile, year_only AS YearOnly, "
        + "accepted_at AS AcceptedAt, file_name AS FileName, key_id AS KeyId, receipt_version AS ReceiptVersion, "
        + "signature AS Signature, replaces AS Replaces, content AS Content, state AS State, state_reason AS StateReason, state_changed_at AS StateChangedAt, destroyed_at AS DestroyedAt, "
        + "edition AS Edition, swept_through AS SweptThrough, data_key AS DataKey "
        + "FROM upload";

    public required long Number { get; init; }

    public required long AcceptedOrder { get; init; }

    public required string Partner { get; init; }

    public required string Sha256 { get; init; }

    public required long SizeBytes { get; init; }

    public required long RowsRead { get; init; }

    public required long RowsAccepted { get; init; }

    public required long DuplicatesInFile { get; init; }

    public required long YearOnly { get; init; }

    public required string AcceptedAt { get; init; }

    public required string FileName { get; init; }

    public required string KeyId { get; init; }

    public required long ReceiptVersion { get; init; }

    public required string Signature { get; init; }

    public required long? Replaces { get; init; }

    public required string Content { get; init; }

    public required string State { get; init; }

    public required string? StateReason { get; init; }

    public required string? StateChangedAt { get; init; }

    public required string? DestroyedAt { get; init; }

    public required long Edition { get; init; }

    public required long SweptThrough { get; init; }

    public required string? DataKey { get; init; }

    public StoredUpload ToUpload(IReadOnlyList<RowCount> quarters, IReadOnlyList<RowCount> setAside)
    {
        var receipt = new Receipt
        {
            Id = new UploadId(Number),
            Partner = new PartnerId(Partner),
            Content = Enum.GetValues<UploadContent>().Single(c => string.Equals(UploadTable.Word(c), Content, StringComparison.Ordinal)),
            Sha256 = Sha256,
            SizeBytes = SizeBytes,
            RowsRead = (int)RowsRead,
            RowsAccepted = (int)RowsAccepted,
            SetAside = setAside,
            Quarters = quarters,
            DuplicatesInFile = (int)DuplicatesInFile,
            YearOnly = (int)YearOnly,
            AcceptedAt = CatalogueTime.Read(AcceptedAt),
            Replaces = Replaces is { } number ? new UploadId(number) : null,
            SchemaVersion = (int)ReceiptVersion,
            KeyId = KeyId,
            Signature = Signature,
        };
        return new StoredUpload(receipt, Enum.GetValues<UploadState>().Single(s => string.Equals(UploadTable.Word(s), State, StringComparison.Ordinal)))
        {
            AcceptedOrder = AcceptedOrder,
            FileName = FileName,
            Edition = Edition,
            SweptThrough = SweptThrough,
            DataKey = DataKey,
            StateReason = StateReason,
            StateChangedAt = StateChangedAt is null ? null : CatalogueTime.Read(StateChangedAt),
            DestroyedAt = DestroyedAt is null ? null : CatalogueTime.Read(DestroyedAt),
        };
    }
}
