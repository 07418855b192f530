using Dapper;
using Ingest.Intake;
using Microsoft.Data.Sqlite;

namespace Ingest.Catalogue;

/// <summary>Withdrawn consents. A row is added once, and once marked as carried out; the database sees to it.</summary>
internal static class ConsentTable
{
    private const string Columns =
        "w.number AS Number, w.partner_id AS Partner, w.mark AS Mark, w.withdrawn_on AS WithdrawnOn, w.reason AS Reason, w.recorded_by AS RecordedBy, "
        + "w.recorded_at AS RecordedAt, w.carried_out_at AS CarriedOutAt";

    /// <summary>In the order in which they were entered.</summary>
    public static IReadOnlyList<ConsentMark> Marks(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        [.. connection.Query<Row>($"SELECT {Columns} FROM consent_withdrawal w ORDER BY w.number", transaction: transaction).Select(row => row.ToMark())];

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<ConsentWithdrawal> All(SqliteConnection connection) =>
    [
        .. connection.Query<Row>(
            $"""
            SELECT {Columns}, COALESCE(SUM(e.row_count), 0) AS Records, COUNT(e.upload) AS Files
            FROM consent_withdrawal w LEFT JOIN erasure e ON e.withdrawal = w.number GROUP BY w.number ORDER BY w.number DESC
            """).Select(row => row.ToWithdrawal()),
    ];

    /// <summary>Whether every file that there is was looked through for every withdrawal.</summary>
    public static bool IsSettled(SqliteConnection connection) => connection.ExecuteScalar<long>(
        """
        SELECT (SELECT count(*) FROM consent_withdrawal WHERE carried_out_at IS NULL)
             + (SELECT count(*) FROM upload WHERE destroyed_at IS NULL AND content = 'cases' AND swept_through < (SELECT COALESCE(MAX(number), 0) FROM consent_withdrawal))
        """) == 0;

    public static void Add(SqliteTransaction transaction, ConsentMark mark) => transaction.Connection!.Execute(
        """
        INSERT INTO consent_withdrawal (number, partner_id, mark, withdrawn_on, reason, recorded_by, recorded_at)
        VALUES (@Number, @Partner, @Mark, @WithdrawnOn, @Reason, @RecordedBy, @RecordedAt)
        """,
        new
        {
            mark.Id.Number,
            Partner = mark.Partner.Value,
            mark.Mark,
            WithdrawnOn = CatalogueTime.Write(mark.WithdrawnOn),
            Reason = Word(mark.Reason),
            mark.RecordedBy,
            RecordedAt = CatalogueTime.Write(mark.RecordedAt),
        },
        transaction);

    public static void AddErasure(SqliteTransaction transaction, long withdrawal, UploadId upload, int rows, DateTimeOffset at) => transaction.Connection!.Execute(
        "INSERT INTO erasure (withdrawal, upload, erased_at, row_count) VALUES (@Withdrawal, @Upload, @At, @Rows)",
        new { Withdrawal = withdrawal, Upload = upload.Number, At = CatalogueTime.Write(at), Rows = rows },
        transaction);

    /// <summary>Every file has been looked through for the withdrawals up to this one.</summary>
    public static void SetCarriedOut(SqliteTransaction transaction, long through, DateTimeOffset at) => transaction.Connection!.Execute(
        "UPDATE consent_withdrawal SET carried_out_at = @At WHERE carried_out_at IS NULL AND number <= @Through",
        new { At = CatalogueTime.Write(at), Through = through },
        transaction);

    public static string Word(ConsentReason reason) => reason switch
    {
        ConsentReason.Person => "person",
        ConsentReason.Guardian => "guardian",
        ConsentReason.Authority => "authority",
        ConsentReason.Mistake => "mistake",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private sealed class Row
    {
        public required long Number { get; init; }

        public required string Partner { get; init; }

        public required string Mark { get; init; }

        public required string WithdrawnOn { get; init; }

        public required string Reason { get; init; }

        public required string RecordedBy { get; init; }

        public required string RecordedAt { get; init; }

        public required string? CarriedOutAt { get; init; }

        public long Records { get; init; }

        public long Files { get; init; }

        public ConsentMark ToMark() => new(
            new ConsentId(Number), new PartnerId(Partner), Mark, CatalogueTime.ReadDay(WithdrawnOn), ReasonOf(), RecordedBy, CatalogueTime.Read(RecordedAt));

        public ConsentWithdrawal ToWithdrawal() => new()
        {
            Id = new ConsentId(Number),
            Partner = new PartnerId(Partner),
            WithdrawnOn = CatalogueTime.ReadDay(WithdrawnOn),
            Reason = ReasonOf(),
            RecordedBy = RecordedBy,
            RecordedAt = CatalogueTime.Read(RecordedAt),
            CarriedOutAt = CarriedOutAt is null ? null : CatalogueTime.Read(CarriedOutAt),
            Records = (int)Records,
            Files = (int)Files,
        };

        private ConsentReason ReasonOf() => Enum.GetValues<ConsentReason>().Single(r => string.Equals(Word(r), Reason, StringComparison.Ordinal));
    }
}
