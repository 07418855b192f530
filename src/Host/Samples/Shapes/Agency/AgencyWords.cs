using Host.Samples.Population;
using Host.Samples.Randomness;

namespace Host.Samples.Shapes.Agency;

/// <summary>Turkish words for codes, with the variety found in files typed by many hands; the usual word first.</summary>
internal static class AgencyWords
{
    private static readonly string[] Separators = [", ", " / ", " ve "];

    public static string Sector(string code, Pcg32 random) => OneOf(random, code switch
    {
        "AGR" => ["Tarım", "TARIM", "tarım"],
        "FSH" => ["Balıkçılık", "BALIKÇILIK"],
        "DOM" => ["Ev hizmetleri", "Ev içi emek", "EV HİZMETLERİ"],
        "TOU" => ["Turizm", "TURİZM"],
        "FSX" => ["Zorla fuhuş", "Zorla seks işçiliği", "ZORLA FUHUŞ"],
        "POR" => ["Pornografi", "PORNOGRAFİ"],
        "BEG" => ["Dilencilik", "DİLENCİLİK"],
        "CON" => ["İnşaat", "İNŞAAT", "inşaat"],
        "MAN" => ["İmalat", "İMALAT"],
        "OTH" => ["Diğer", "Diğer sektör"],
        "NAP" => ["Sektör yok", "Uygulanmaz"],
        _ => ["Bilinmiyor", "Belirtilmemiş", ""],
    });

    public static string Form(string code, Pcg32 random) => OneOf(random, code switch
    {
        "SEX" => ["Cinsel sömürü", "CİNSEL SÖMÜRÜ", "cinsel sömürü"],
        "LAB" => ["İşgücü sömürüsü", "Zorla çalıştırma", "İŞGÜCÜ SÖMÜRÜSÜ", "Emek sömürüsü"],
        "SLV" => ["Kölelik ve benzeri uygulamalar"],
        "SRV" => ["Hizmet ettirme", "Hizmetçilik"],
        "ORG" => ["Organ veya doku alınması", "Organların alınması"],
        "BEG" => ["Zorla dilendirme", "ZORLA DİLENDİRME"],
        "MAR" => ["Zorla evlendirme", "ZORLA EVLENDİRME"],
        "CHS" => ["Çocuk asker"],
        "CRM" => ["Suça zorlama"],
        "ADO" => ["Yasa dışı evlat edinme"],
        "OTH" => ["Diğer"],
        _ => ["Bilinmiyor", "Belirtilmemiş"],
    });

    /// <summary>Several answers in one cell.</summary>
    public static string Join(string first, string second, Pcg32 random) =>
        first + Separators[random.Below(Separators.Length)] + second;

    public static string Status(CaseKind kind, Pcg32 random) => OneOf(random, kind switch
    {
        CaseKind.Possible => ["Muhtemel", "muhtemel", "MUHTEMEL"],
        CaseKind.NotAVictim => ["Mağdur değil"],
        CaseKind.StatusUnknown => ["Bilinmiyor", "Belirtilmemiş"],
        _ => ["Tanımlanmış", "tanımlanmış", "TANIMLANMIŞ"],
    });

    /// <summary>Sex and age class in one column, as the form asks for them.</summary>
    public static string Sex(string group, Pcg32 random) => OneOf(random, group switch
    {
        "WOM" => ["Kadın", "KADIN", "kadın"],
        "MAN" => ["Erkek", "ERKEK"],
        "GIR" => ["Kız çocuk", "KIZ ÇOCUK", "Kız çocuğu"],
        "BOY" => ["Erkek çocuk", "ERKEK ÇOCUK", "Erkek çocuğu"],
        _ => ["Bilinmiyor"],
    });

    public static string Referral(string code, Pcg32 random) => OneOf(random, code switch
    {
        "POL" => ["Polis", "Kolluk", "POLİS"],
        "GEN" => ["Jandarma", "JANDARMA"],
        "PMM" => ["Göç İdaresi", "Göç İdaresi Başkanlığı"],
        "NGO" => ["STK", "Sivil toplum kuruluşu"],
        "HLT" => ["Sağlık kuruluşu", "Hastane"],
        "SOC" => ["Sosyal hizmetler"],
        "H57" => ["157", "157 Yardım Hattı"],
        "SLF" => ["Kendisi"],
        "OTH" => ["Diğer"],
        _ => ["Bilinmiyor", ""],
    });

    public static string Permit(string code, Pcg32 random) => OneOf(random, code switch
    {
        "REF" => ["Düşünme süresi"],
        "FIR" => ["Verildi", "İlk izin"],
        "EXT" => ["Uzatıldı", "UZATILDI"],
        "CAN" => ["İptal", "İptal edildi"],
        "NON" => ["Yok", "YOK"],
        _ => ["Bilinmiyor", ""],
    });

    public static string Outcome(string code) => code switch
    {
        "INT" => "Türkiye'de uyum",
        "RET" => "Gönüllü ve güvenli geri dönüş",
        "THC" => "Üçüncü ülkeye yerleştirme",
        "LEF" => "Ayrıldı",
        "ONG" => "Devam ediyor",
        _ => "Bilinmiyor",
    };

    public static string Means(string code) => code switch
    {
        "DebtBondage" => "Borç esareti",
        "TakesEarnings" => "Kazanca el koyma",
        "RestrictsFinancialAccess" => "Paraya erişimi kısıtlama",
        "Threats" => "Tehdit",
        "PsychologicalAbuse" => "Psikolojik şiddet",
        "PhysicalAbuse" => "Fiziksel şiddet",
        "SexualAbuse" => "Cinsel şiddet",
        "FalsePromises" => "Sahte vaat",
        "PsychoactiveSubstances" => "Uyuşturucu",
        "RestrictsMovement" => "Hareketi kısıtlama",
        "RestrictsMedicalCare" => "Sağlık hizmetinden yoksun bırakma",
        "ExcessiveWorkingHours" => "Aşırı çalışma",
        "UsesChildren" => "Çocukları ve aileyi kullanma",
        "ThreatOfLawEnforcement" => "Kolluğa ihbar tehdidi",
        "WithholdsNecessities" => "Temel ihtiyaçlardan yoksun bırakma",
        "WithholdsDocuments" => "Belgelere el koyma",
        _ => "Diğer",
    };

    public static string OneOf(Pcg32 random, string[] words) => words[Math.Min(random.Below(words.Length), random.Below(words.Length))];
}
