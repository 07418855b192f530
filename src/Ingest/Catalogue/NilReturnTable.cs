using Dapper;
using Ingest.Intake;
using Microsoft.Data.Sqlite;

namespace Ingest.Catalogue;

/// <summary>Nil returns. A row is added once; afterwards only its state changes, and the database sees to it.</summary>
internal static class NilReturnTable
{
    private const string Select = "SELECT number AS Number, partner_id AS Partner, quarter AS Quarter, reported_at AS ReportedAt, state AS State FROM nil_return";

    public static NilReturn Add(SqliteTransaction transaction, PartnerId partner, string quarter, DateTimeOffset at) => Find(
        transaction.Connection!,
        new NilReturnId(transaction.Connection!.ExecuteScalar<long>(
            "INSERT INTO nil_return (partner_id, quarter, reported_at) VALUES (@Partner, @Quarter, @At) RETURNING number",
            new { Partner = partner.Value, Quarter = quarter, At = CatalogueTime.Write(at) },
            transaction)),
        transaction)!;

    /// <param name="connection">An open connection.</param>
    /// <param name="id">Number.</param>
    /// <param name="transaction">Within it.</param>
    /// <param name="owner">Whose it must be; another partner's is then not found.</param>
    public static NilReturn? Find(SqliteConnection connection, NilReturnId id, SqliteTransaction? transaction = null, PartnerId? owner = null) =>
        connection.QuerySingleOrDefault<Row>(
            Select + " WHERE number = @Number AND (@Owner IS NULL OR partner_id = @Owner)", new { id.Number, Owner = owner?.Value }, transaction)?.ToReturn();

    /// <summary>One partner's, newest first.</summary>
    public static IReadOnlyList<NilReturn> Of(SqliteConnection connection, PartnerId partner) =>
        [.. connection.Query<Row>(Select + " WHERE partner_id = @Partner ORDER BY number DESC", new { Partner = partner.Value }).Select(row => row.ToReturn())];

    /// <summary>The one that stands for a partner and a quarter.</summary>
    public static NilReturn? FindActive(SqliteConnection connection, PartnerId partner, string quarter, SqliteTransaction? transaction = null) =>
        connection.QuerySingleOrDefault<Row>(
            Select + " WHERE partner_id = @Partner AND quarter = @Quarter AND state = 'active'", new { Partner = partner.Value, Quarter = quarter }, transaction)?.ToReturn();

    /// <summary>All ever reported, in their order.</summary>
    public static IReadOnlyList<NilReturn> All(SqliteConnection connection) =>
        [.. connection.Query<Row>(Select + " ORDER BY number").Select(row => row.ToReturn())];

    public static bool HasRecords(SqliteTransaction transaction, PartnerId partner, string quarter) => transaction.Connection!.ExecuteScalar<long>(
        "SELECT count(*) FROM upload u JOIN upload_quarter q ON q.number = u.number WHERE u.partner_id = @Partner AND u.state = 'active' AND u.content = 'cases' AND q.quarter = @Quarter",
        new { Partner = partner.Value, Quarter = quarter },
        transaction) > 0;

    public static void SetState(SqliteTransaction transaction, NilReturnId id, UploadState state, string reason, DateTimeOffset at) =>
        transaction.Connection!.Execute(
            "UPDATE nil_return SET state = @State, state_reason = @Reason, state_changed_at = @At WHERE number = @Number",
            new { id.Number, State = UploadTable.Word(state), Reason = reason, At = CatalogueTime.Write(at) },
            transaction);

    private sealed class Row
    {
        public required long Number { get; init; }

        public required string Partner { get; init; }

        public required string Quarter { get; init; }

        public required string ReportedAt { get; init; }

        public required string State { get; init; }

        public NilReturn ToReturn() => new(
            new NilReturnId(Number), new PartnerId(Partner), Quarter, CatalogueTime.Read(ReportedAt),
            Enum.GetValues<UploadState>().Single(s => string.Equals(UploadTable.Word(s), State, StringComparison.Ordinal)));
    }
}
