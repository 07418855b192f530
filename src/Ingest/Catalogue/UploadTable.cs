using Dapper;
using Ingest.Intake;
using Microsoft.Data.Sqlite;

namespace Ingest.Catalogue;

/// <summary>Accepted uploads. A row is added once; afterwards only its state changes, and the database sees to it.</summary>
internal static class UploadTable
{
    public static UploadId ReserveNumber(SqliteTransaction transaction, DateTimeOffset at) => new(transaction.Connection!.ExecuteScalar<long>(
        "INSERT INTO upload_number (reserved_at) VALUES (@At) RETURNING number", new { At = CatalogueTime.Write(at) }, transaction));

    public static void Add(SqliteTransaction transaction, Receipt receipt, string fileName, string dataKey, int fileSchemaVersion, long sweptThrough)
    {
        SqliteConnection connection = transaction.Connection!;
        connection.Execute(
            """
            INSERT INTO upload (number, accepted_order, partner_id, sha256, size_bytes, rows_read, rows_accepted, duplicates_in_file,
              year_only, accepted_at, file_name, key_id, schema_version, receipt_version, signature, replaces, content, swept_through, data_key)
            SELECT @Number, COALESCE(MAX(accepted_order), 0) + 1, @Partner, @Sha256, @SizeBytes, @RowsRead, @RowsAccepted,
              @DuplicatesInFile, @YearOnly, @AcceptedAt, @FileName, @KeyId, @FileVersion, @ReceiptVersion, @Signature, @Replaces, @Content, @SweptThrough, @DataKey
            FROM upload
            """,
            new
            {
                receipt.Id.Number,
                Partner = receipt.Partner.Value,
                receipt.Sha256,
                receipt.SizeBytes,
                receipt.RowsRead,
                receipt.RowsAccepted,
                receipt.DuplicatesInFile,
                receipt.YearOnly,
                AcceptedAt = CatalogueTime.Write(receipt.AcceptedAt),
                FileName = fileName,
                receipt.KeyId,
                FileVersion = fileSchemaVersion,
                ReceiptVersion = receipt.SchemaVersion,
                receipt.Signature,
                Replaces = receipt.Replaces?.Number,
                Content = Word(receipt.Content),
                SweptThrough = sweptThrough,
                DataKey = dataKey,
            },
            transaction);
        connection.Execute(
            "INSERT INTO upload_quarter (number, quarter, row_count) VALUES (@Number, @Code, @Rows)",
            receipt.Quarters.Select(quarter => new { receipt.Id.Number, quarter.Code, quarter.Rows }),
            transaction);
        connection.Execute(
            "INSERT INTO upload_set_aside (number, reason, row_count) VALUES (@Number, @Code, @Rows)",
            receipt.SetAside.Select(reason => new { receipt.Id.Number, reason.Code, reason.Rows }),
            transaction);
    }

    /// <param name="connection">An open connection.</param>
    /// <param name="id">Number.</param>
    /// <param name="transaction">Within it.</param>
    /// <param name="owner">Whose it must be; another partner's is then not found.</param>
    public static StoredUpload? Find(SqliteConnection connection, UploadId id, SqliteTransaction? transaction = null, PartnerId? owner = null) => Select(
        connection, " WHERE number = @Number AND (@Owner IS NULL OR partner_id = @Owner)", new { id.Number, Owner = owner?.Value }, transaction).SingleOrDefault();

    /// <summary>One partner's uploads, newest first.</summary>
    public static IReadOnlyList<StoredUpload> Of(SqliteConnection connection, PartnerId partner) =>
        Select(connection, " WHERE partner_id = @Partner ORDER BY accepted_order DESC", new { Partner = partner.Value }, transaction: null);

    /// <summary>The upload of the same bytes by the same partner that still counts.</summary>
    public static StoredUpload? FindSame(SqliteConnection connection, PartnerId partner, string sha256, SqliteTransaction? transaction = null) =>
        Select(
            connection,
            " WHERE partner_id = @Partner AND sha256 = @Sha256 AND state = 'active'",
            new { Partner = partner.Value, Sha256 = sha256 },
            transaction).SingleOrDefault();

    /// <summary>All uploads in order of acceptance.</summary>
    public static IReadOnlyList<StoredUpload> All(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        Select(connection, " ORDER BY accepted_order", new { }, transaction);

    public static void SetState(SqliteTransaction transaction, UploadId id, UploadState state, string reason, DateTimeOffset at) =>
        transaction.Connection!.Execute(
            "UPDATE upload SET state = @State, state_reason = @Reason, state_changed_at = @At WHERE number = @Number",
            new { id.Number, State = Word(state), Reason = reason, At = CatalogueTime.Write(at) },
            transaction);

    /// <summary>A file was looked through for withdrawn consents, and written anew where <paramref name="fileName"/> is another than before.</summary>
    public static void SetSwept(SqliteTransaction transaction, StoredUpload upload, long through, string fileName, long edition) =>
        transaction.Connection!.Execute(
            "UPDATE upload SET swept_through = @Through, file_name = @FileName, edition = @Edition WHERE number = @Number",
            new { upload.Receipt.Id.Number, Through = through, FileName = fileName, Edition = edition },
            transaction);

    public static void SetDestroyed(SqliteTransaction transaction, StoredUpload upload, string reason, DateTimeOffset at)
    {
        var values = new
        {
            upload.Receipt.Id.Number,
            At = CatalogueTime.Write(at),
            Reason = reason,
            upload.Receipt.RowsAccepted,
        };
        SqliteConnection connection = transaction.Connection!;
        connection.Execute("UPDATE upload SET destroyed_at = @At WHERE number = @Number", values, transaction);
        connection.Execute(
            "INSERT INTO destruction (number, destroyed_at, reason, row_count) VALUES (@Number, @At, @Reason, @RowsAccepted)",
            values,
            transaction);
    }

    private static IReadOnlyList<StoredUpload> Select(SqliteConnection connection, string which, object values, SqliteTransaction? transaction)
    {
        IReadOnlyList<UploadRow> rows = [.. connection.Query<UploadRow>(UploadRow.Select + which, values, transaction)];
        return [.. rows.Select(row => row.ToUpload(
            Counts(connection, "SELECT quarter AS Code, row_count AS Rows FROM upload_quarter", row.Number, transaction),
            Counts(connection, "SELECT reason AS Code, row_count AS Rows FROM upload_set_aside", row.Number, transaction)))];
    }

    private static IReadOnlyList<RowCount> Counts(SqliteConnection connection, string select, long number, SqliteTransaction? transaction) =>
    [
        .. connection.Query<(string Code, long Rows)>(select + " WHERE number = @Number", new { Number = number }, transaction)
            .Select(count => new RowCount(count.Code, (int)count.Rows))
            .OrderBy(count => count.Code, StringComparer.Ordinal),
    ];

    internal static string Word(UploadContent content) => content switch
    {
        UploadContent.Cases => "cases",
        UploadContent.Figures => "figures",
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };

    internal static string Word(UploadState state) => state switch
    {
        UploadState.Active => "active",
        UploadState.Replaced => "replaced",
        UploadState.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
