using Publication.Tables;

namespace Reports.Tests.Samples;

/// <summary>Classifications with the words of the public tables; invented figures go with them.</summary>
internal static class SomeLabels
{
    public static Variable Sector { get; } = Of("sector", VariableRole.Sensitive, "Sektör", "Sector",
        ("AGR", "tarım", "agriculture"), ("FSH", "balıkçılık", "fishing"), ("DOM", "ev içi emek", "domestic work"), ("TOU", "turizm", "tourism"),
        ("FSX", "zorla seks işçiliği", "forced sex work"), ("POR", "pornografi", "pornography"), ("BEG", "dilencilik", "begging"),
        ("CON", "inşaat", "construction"), ("MAN", "imalat", "manufacturing"), ("OTH", "diğer", "other"), ("UNK", "bilinmiyor", "unknown"),
        ("NAP", "sektör yok", "no sector"));

    public static Variable Form { get; } = Of("form", VariableRole.Sensitive, "Sömürü biçimi", "Form of exploitation",
        ("SEX", "cinsel sömürü", "sexual exploitation"), ("LAB", "emek sömürüsü", "labour exploitation"),
        ("SLV", "kölelik veya köleliğe benzer uygulamalar", "slavery or similar practices"), ("SRV", "hizmetçilik", "servitude"),
        ("ORG", "organların alınması", "organ removal"), ("BEG", "zorla dilendirme", "forced begging"), ("MAR", "zorla evlendirme", "forced marriage"),
        ("OTH", "diğer", "other"), ("UNK", "bilinmiyor", "unknown"));

    public static Variable Group { get; } = Of("group", VariableRole.Identifying, "Kişi grubu", "Person group",
        ("WOM", "kadın", "women"), ("MAN", "erkek", "men"), ("GIR", "kız çocuk", "girls"), ("BOY", "erkek çocuk", "boys"), ("OTH", "diğer veya bilinmiyor", "other or unknown"));

    public static Variable Status { get; } = Of("status", VariableRole.Sensitive, "Mağdurluk durumu", "Victim status",
        ("ACT", "tanımlanmış", "actual"), ("POS", "muhtemel", "possible"), ("NOT", "değil", "not a victim"), ("UNK", "bilinmiyor", "unknown"));

    public static Variable Age { get; } = Of("age", VariableRole.Identifying, "Yaş", "Age",
        ("A00", "0–8", "0–8"), ("A09", "9–17", "9–17"), ("A18", "18–20", "18–20"), ("A21", "21–23", "21–23"), ("A24", "24–26", "24–26"),
        ("A27", "27–29", "27–29"), ("A30", "30–38", "30–38"), ("A39", "39–47", "39–47"), ("A48", "48+", "48+"), ("UNK", "bilinmiyor", "unknown"));

    public static Variable Services { get; } = Of("services", VariableRole.Sensitive, "Hizmet", "Service",
        ("SHE", "barınma", "shelter"), ("HEA", "sağlık", "health care"), ("PSY", "psikososyal destek", "psychosocial support"), ("LEG", "hukuki yardım", "legal aid"),
        ("EDU", "eğitim", "education"), ("WRK", "istihdam", "employment"), ("CSH", "maddi destek", "cash support"), ("INT", "tercümanlık", "interpreting"));

    public static Variable Quarter { get; } = Of("quarter", VariableRole.Time, "Dönem", "Period", ("2025-Q4", "2025-Q4", "2025-Q4"));

    public static IReadOnlyList<Variable> All => [Age, Form, Group, Quarter, Sector, Services, Status];

    private static Variable Of(string name, VariableRole role, string tr, string en, params (string Code, string Tr, string En)[] leaves) =>
        new(name, role, new Text(tr, en), leaves.Select(l => new Category(l.Code, new Text(l.Tr, l.En))));
}
