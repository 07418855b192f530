using Ingest.Intake;

namespace Ingest.Catalogue;

/// <summary>
/// A registered partner. The legal basis stands in for consent where the partner's shape has no consent column; without either, no
/// record of the partner enters.
/// </summary>
public sealed record Partner(PartnerId Id, string NameTr, string NameEn)
{
    public LegalBasis? LegalBasis { get; init; }

    /// <summary>Ids of the profiles the partner's files may have; empty allows any.</summary>
    public IReadOnlyList<string> ProfileHints { get; init; } = [];
}
