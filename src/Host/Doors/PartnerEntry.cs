using Ingest.Catalogue;
using Ingest.Intake;

namespace Host.Doors;

/// <summary>A partner as a register file names it.</summary>
/// <param name="Id">Id in the register.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Folder">Folder of its exports, beside the register file.</param>
/// <param name="Profile">Shape that it registered; null allows any.</param>
/// <param name="LegalBasis">For shapes without a consent column.</param>
internal sealed record PartnerEntry(string Id, PartnerEntry.NamePart Name, string Folder, string? Profile, PartnerEntry.BasisPart? LegalBasis)
{
    public Partner ToPartner() => new(new PartnerId(Id), Name.Tr, Name.En)
    {
        LegalBasis = LegalBasis is { } basis ? new LegalBasis(basis.Document, basis.Date) : null,
        ProfileHints = Profile is { } profile ? [profile] : [],
    };

    internal sealed record NamePart(string Tr, string En);

    internal sealed record BasisPart(string Document, DateOnly Date);
}
