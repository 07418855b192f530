using Dapper;
using Ingest.Intake;
using Microsoft.Data.Sqlite;

namespace Ingest.Catalogue;

/// <summary>The register of partners.</summary>
internal static class PartnerTable
{
    private const string Columns =
        "SELECT partner_id AS Id, name_tr AS NameTr, name_en AS NameEn, legal_basis_document AS Document, legal_basis_date AS Day, "
        + "profile_hints AS Hints FROM partner";

    public static void Save(SqliteTransaction transaction, Partner partner, DateTimeOffset at) => transaction.Connection!.Execute(
        """
        INSERT INTO partner (partner_id, name_tr, name_en, legal_basis_document, legal_basis_date, profile_hints, registered_at)
        VALUES (@Id, @NameTr, @NameEn, @Document, @Day, @Hints, @At)
        ON CONFLICT (partner_id) DO UPDATE SET name_tr = excluded.name_tr, name_en = excluded.name_en,
          legal_basis_document = excluded.legal_basis_document, legal_basis_date = excluded.legal_basis_date,
          profile_hints = excluded.profile_hints
        """,
        new
        {
            Id = partner.Id.Value,
            partner.NameTr,
            partner.NameEn,
            partner.LegalBasis?.Document,
            Day = CatalogueTime.Write(partner.LegalBasis?.Date),
            Hints = string.Join(' ', partner.ProfileHints),
            At = CatalogueTime.Write(at),
        },
        transaction);

    public static Partner? Find(SqliteConnection connection, PartnerId id, SqliteTransaction? transaction = null) =>
        connection.QuerySingleOrDefault<Row>(Columns + " WHERE partner_id = @Id", new { Id = id.Value }, transaction)?.ToPartner();

    /// <summary>All partners in ordinal order of their ids.</summary>
    public static IReadOnlyList<Partner> All(SqliteConnection connection) =>
        [.. connection.Query<Row>(Columns).Select(row => row.ToPartner()).OrderBy(partner => partner.Id.Value, StringComparer.Ordinal)];

    private sealed class Row
    {
        public required string Id { get; init; }

        public required string NameTr { get; init; }

        public required string NameEn { get; init; }

        public required string? Document { get; init; }

        public required string? Day { get; init; }

        public required string Hints { get; init; }

        public Partner ToPartner() => new(new PartnerId(Id), NameTr, NameEn)
        {
            LegalBasis = Document is null ? null : new LegalBasis(Document, CatalogueTime.ReadDay(Day!)),
            ProfileHints = Hints.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
