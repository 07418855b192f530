using Dapper;
using Ingest.Intake;
using Ingest.Schema;
using Microsoft.Data.Sqlite;

namespace Ingest.Catalogue;

/// <summary>Partners' own words for codes. A row is added once, and once taken out of use; every question names the partner.</summary>
internal static class PartnerWordTable
{
    private const string Select = "SELECT number AS Number, variable AS Variable, word AS Word, code AS Code, author AS Author, made_at AS MadeAt FROM partner_word";

    public static IReadOnlyList<PartnerWord> Of(SqliteConnection connection, PartnerId partner, SqliteTransaction? transaction = null) =>
    [
        .. connection.Query<Row>(Select + " WHERE partner_id = @Partner AND removed_at IS NULL ORDER BY variable, folded", new { Partner = partner.Value }, transaction)
            .Select(row => new PartnerWord(row.Number, row.Variable, row.Word, row.Code, row.Author, CatalogueTime.Read(row.MadeAt))),
    ];

    /// <returns>False where the partner has the word already.</returns>
    public static bool Add(SqliteTransaction transaction, PartnerId partner, PartnerWord word) => transaction.Connection!.Execute(
        "INSERT INTO partner_word (partner_id, variable, word, folded, code, author, made_at) VALUES (@Partner, @Variable, @Word, @Folded, @Code, @Author, @At) "
        + "ON CONFLICT (partner_id, variable, folded) WHERE removed_at IS NULL DO NOTHING",
        new { Partner = partner.Value, word.Variable, word.Word, Folded = LabelFold.Fold(word.Word), word.Code, word.Author, At = CatalogueTime.Write(word.MadeAt) },
        transaction) == 1;

    /// <returns>False where this partner has no such word in use.</returns>
    public static bool Remove(SqliteTransaction transaction, PartnerId partner, long number, string actor, DateTimeOffset at) => transaction.Connection!.Execute(
        "UPDATE partner_word SET removed_by = @Actor, removed_at = @At WHERE number = @Number AND partner_id = @Partner AND removed_at IS NULL",
        new { Partner = partner.Value, Number = number, Actor = actor, At = CatalogueTime.Write(at) },
        transaction) == 1;

    private sealed class Row
    {
        public required long Number { get; init; }

        public required string Variable { get; init; }

        public required string Word { get; init; }

        public required string Code { get; init; }

        public required string Author { get; init; }

        public required string MadeAt { get; init; }
    }
}
