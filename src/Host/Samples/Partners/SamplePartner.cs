using Host.Samples.Population;

namespace Host.Samples.Partners;

/// <summary>An invented partner and how it keeps its records.</summary>
internal sealed record SamplePartner
{
    public required string Id { get; init; }

    /// <summary>Folder below the output folder.</summary>
    public required string Folder { get; init; }

    public required string NameTr { get; init; }
    public required string NameEn { get; init; }
    public required CaseShape Shape { get; init; }

    /// <summary>Name of the shape's profile.</summary>
    public required string Profile { get; init; }

    /// <summary>Share of the cases, in a hundred.</summary>
    public required int Share { get; init; }

    /// <summary>Document and date of the legal basis; null where the shape has a consent column.</summary>
    public (string Document, DateOnly Date)? LegalBasis { get; init; }

    /// <summary>Whether the shape holds a date of identification beside the date of registration.</summary>
    public bool KeepsIdentification { get; init; }

    /// <summary>First quarter that is sent in a file of its own; earlier years come as one file each.</summary>
    public int QuarterlyFrom { get; init; } = 8;

    /// <summary>Whether the shape holds names, so that the same person can be found at another partner.</summary>
    public bool KeepsNames => Shape != CaseShape.Ctdc;

    /// <summary>Weight of this partner for a case; 0 when its shape has no words for it.</summary>
    public int WeightFor(CaseKind kind, string sector, string form)
    {
        if (!CanHold(kind) || !CanSay(sector, form))
            return 0;
        int tilt = (Id, sector) switch
        {
            ("KOL", "BEG") or ("SIG", "POR") => 130,
            ("SIG", "FSX") or ("STK", "AGR") => 115,
            ("UOK", "AGR") or ("UOK", "MAN") or ("UOK", "DOM") => 125,
            ("HAT", "DOM") or ("HAT", "CON") => 150,
            ("UOK", "BEG") or ("HAT", "BEG") or ("GOC", "DOM") => 80,
            _ => 100,
        };
        return Share * tilt;
    }

    private bool CanHold(CaseKind kind) => kind switch
    {
        CaseKind.NoConsent => Shape == CaseShape.Htcds,
        CaseKind.YearOnly => Shape != CaseShape.Htcds,
        CaseKind.StatusUnknown => Shape == CaseShape.Agency,
        _ => true,
    };

    // "No sector" has a word in the agencies' files alone; elsewhere it follows from the form, and from "other" it does not.
    private bool CanSay(string sector, string form) => (Shape, sector, form) switch
    {
        (CaseShape.Htcds, _, "SLV" or "CRM") => false,
        (CaseShape.Ctdc, _, "SRV" or "ADO" or "CRM") => false,
        (CaseShape.Htcds or CaseShape.Ctdc, "NAP", "OTH") => false,
        _ => true,
    };
}
