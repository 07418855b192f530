namespace Host.Samples.Partners;

/// <summary>The six invented partners, in the order in which their files are taken in.</summary>
internal static class SamplePartners
{
    public static readonly IReadOnlyList<SamplePartner> All =
    [
        new()
        {
            Id = "GOC",
            Folder = "goc",
            NameTr = "Örnek Göç Birimi",
            NameEn = "Sample Migration Unit",
            Shape = CaseShape.Agency,
            Profile = "turkish-agency",
            Share = 28,
            LegalBasis = ("ORNEK-PROTOKOL-1", new DateOnly(2022, 9, 1)),
            KeepsIdentification = true,
            QuarterlyFrom = 0,
        },
        new()
        {
            Id = "SIG",
            Folder = "sig",
            NameTr = "Örnek Sığınma Evleri Ağı",
            NameEn = "Sample Shelter Network",
            Shape = CaseShape.Htcds,
            Profile = "htcds-xlsx",
            Share = 22,
            KeepsIdentification = true,
        },
        new()
        {
            Id = "KOL",
            Folder = "kol",
            NameTr = "Örnek Kolluk Birimi",
            NameEn = "Sample Law Enforcement Unit",
            Shape = CaseShape.Agency,
            Profile = "turkish-agency",
            Share = 18,
            LegalBasis = ("ORNEK-PROTOKOL-2", new DateOnly(2022, 10, 15)),
        },
        new()
        {
            Id = "UOK",
            Folder = "uok",
            NameTr = "Örnek Uluslararası Kuruluş",
            NameEn = "Sample International Organisation",
            Shape = CaseShape.Ctdc,
            Profile = "ctdc-k-anon",
            Share = 14,
            LegalBasis = ("ORNEK-PROTOKOL-3", new DateOnly(2022, 11, 1)),
            KeepsIdentification = true,
        },
        new()
        {
            Id = "STK",
            Folder = "stk",
            NameTr = "Örnek Dayanışma Derneği",
            NameEn = "Sample Solidarity Association",
            Shape = CaseShape.Htcds,
            Profile = "htcds-xlsx",
            Share = 11,
        },
        new()
        {
            Id = "HAT",
            Folder = "hat",
            NameTr = "Örnek Yardım Hattı",
            NameEn = "Sample Helpline",
            Shape = CaseShape.Ctdc,
            Profile = "ctdc-k-anon",
            Share = 7,
            LegalBasis = ("ORNEK-PROTOKOL-4", new DateOnly(2022, 12, 1)),
            KeepsIdentification = true,
        },
    ];
}
