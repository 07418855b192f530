using Ingest.Catalogue;

namespace Ingest.Intake;

/// <summary>What the register says about a partner that matters for reading its files.</summary>
/// <param name="Id">The partner.</param>
/// <param name="LegalBasis">For shapes without a consent column; none means such a file is refused.</param>
/// <param name="Profile">The profile id the partner registered; a file recognised as another is refused. None allows any.</param>
public sealed record PartnerTerms(PartnerId Id, LegalBasis? LegalBasis = null, string? Profile = null)
{
    /// <summary>The partner's own words for codes; they go before those of the shape.</summary>
    public IReadOnlyList<PartnerWord> Words { get; init; } = [];
}
