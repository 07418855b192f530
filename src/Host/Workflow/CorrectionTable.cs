using System.Globalization;
using System.Text;
using System.Text.Json;
using Dapper;
using Host.Outcomes;
using Host.Storage;

namespace Host.Workflow;

/// <summary>Corrections of texts: written, approved by somebody else, published. What may be is the database's own rule (triggers); this class gives its refusals their names.</summary>
internal sealed class CorrectionTable(WorkflowDatabase database, DraftWrite write, PrivateVault vault, Chain chain, TimeProvider clock)
{
    /// <param name="draft">The draft that was published.</param>
    /// <param name="text">What is to stand.</param>
    /// <param name="note">Why, for everybody.</param>
    /// <param name="user">Who wrote both.</param>
    public Outcome<Done> Add(DraftRow draft, BothLanguages text, BothLanguages note, string user) => write.Run(
        draft,
        user,
        "correction",
        (connection, transaction) =>
        {
            var number = connection.ExecuteScalar<long>("SELECT coalesce(max(number), 0) + 1 FROM corrections WHERE release_id = @ReleaseId", draft, transaction);
            byte[] Sealed(string part, string words) => vault.Seal(NameOf(draft.ReleaseId, number, part), Encoding.UTF8.GetBytes(words));
            connection.Execute(
                "INSERT INTO corrections (release_id, number, tr, en, note_tr, note_en, content_mac, written_by, written_at) "
                + "VALUES (@ReleaseId, @number, @tr, @en, @noteTr, @noteEn, @mac, @user, @at)",
                new
                {
                    draft.ReleaseId,
                    number,
                    tr = Sealed("tr", text.Tr),
                    en = Sealed("en", text.En),
                    noteTr = Sealed("note-tr", note.Tr),
                    noteEn = Sealed("note-en", note.En),
                    mac = chain.Code(JsonSerializer.SerializeToUtf8Bytes(new[] { "correction", draft.ReleaseId, number.ToString(CultureInfo.InvariantCulture), text.Tr, text.En, note.Tr, note.En })),
                    user,
                    at = Instant.Write(clock.GetUtcNow()),
                },
                transaction);
        },
        draft.ReleaseId);

    /// <param name="draft">The draft that was published.</param>
    /// <param name="number">Of the correction.</param>
    /// <param name="mac">Keyed code of the words that were looked at.</param>
    /// <param name="approver">Who approves.</param>
    public Outcome<Done> Approve(DraftRow draft, long number, string mac, string approver) => write.Run(
        draft,
        approver,
        "correction-approve",
        (connection, transaction) => connection.Execute(
            "INSERT INTO correction_approvals (release_id, number, content_mac, approver, approved_at) VALUES (@ReleaseId, @number, @mac, @approver, @at)",
            new { draft.ReleaseId, number, mac, approver, at = Instant.Write(clock.GetUtcNow()) },
            transaction),
        SubjectOf(draft, number));

    public Outcome<Done> Publish(DraftRow draft, long number, string publisher) => write.Run(
        draft,
        publisher,
        "correction-publish",
        (connection, transaction) => connection.Execute(
            "INSERT INTO correction_publications (release_id, number, publisher, published_at) VALUES (@ReleaseId, @number, @publisher, @at)",
            new { draft.ReleaseId, number, publisher, at = Instant.Write(clock.GetUtcNow()) },
            transaction),
        SubjectOf(draft, number));

    /// <summary>What readers find, in order.</summary>
    public IReadOnlyList<Correction> Published(string releaseId) => Read(releaseId, "p.published_at IS NOT NULL");

    /// <summary>The one that is under way; null where none is.</summary>
    public Correction? Open(string releaseId) => Read(releaseId, "c.number = (SELECT max(number) FROM corrections WHERE release_id = @releaseId) AND p.published_at IS NULL").SingleOrDefault();

    private static string SubjectOf(DraftRow draft, long number) => string.Create(CultureInfo.InvariantCulture, $"{draft.ReleaseId}/{number}");

    private static string NameOf(string releaseId, long number, string part) => $"correction/{releaseId}/{number}/{part}";

    private Correction[] Read(string releaseId, string condition)
    {
        using var connection = database.Connect();
        return
        [
            .. connection.Query<Row>(
                "SELECT c.number AS Number, c.tr AS Tr, c.en AS En, c.note_tr AS NoteTr, c.note_en AS NoteEn, c.content_mac AS ContentMac, c.written_by AS WrittenBy, c.written_at AS WrittenAt, "
                + "a.approver AS ApprovedBy, p.published_at AS PublishedAt FROM corrections c "
                + "LEFT JOIN correction_approvals a ON a.release_id = c.release_id AND a.number = c.number "
                + "LEFT JOIN correction_publications p ON p.release_id = c.release_id AND p.number = c.number "
                + $"WHERE c.release_id = @releaseId AND {condition} ORDER BY c.number",
                new { releaseId }).Select(r => Opened(releaseId, r)),
        ];
    }

    private Correction Opened(string releaseId, Row row)
    {
        string Words(string part, byte[] kept) => vault.Open(NameOf(releaseId, row.Number, part), kept).Succeeded(out var opened, out var failure)
            ? Encoding.UTF8.GetString(opened)
            : throw new InvalidOperationException($"A correction cannot be read: {failure.Code}.");
        return new Correction
        {
            Number = row.Number,
            Text = new BothLanguages(Words("tr", row.Tr), Words("en", row.En)),
            Note = new BothLanguages(Words("note-tr", row.NoteTr), Words("note-en", row.NoteEn)),
            ContentMac = row.ContentMac,
            WrittenBy = row.WrittenBy,
            WrittenAt = row.WrittenAt,
            ApprovedBy = row.ApprovedBy,
            PublishedAt = row.PublishedAt,
        };
    }

    private sealed class Row
    {
        public required long Number { get; init; }

        public required byte[] Tr { get; init; }

        public required byte[] En { get; init; }

        public required byte[] NoteTr { get; init; }

        public required byte[] NoteEn { get; init; }

        public required string ContentMac { get; init; }

        public required string WrittenBy { get; init; }

        public required string WrittenAt { get; init; }

        public string? ApprovedBy { get; init; }

        public string? PublishedAt { get; init; }
    }
}
