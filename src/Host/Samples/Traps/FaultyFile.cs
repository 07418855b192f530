using System.Globalization;
using System.Text;
using Host.Samples.Shapes;

namespace Host.Samples.Traps;

/// <summary>An agency's file in which nearly every row has one mistake, and the list of the mistakes.</summary>
internal static class FaultyFile
{
    // What is wrong, in which column, and the row as it stands in the file. Two rows are right.
    private static readonly (string Mistake, string Column, string Row)[] Rows =
    [
        ("", "", "2025/0001;05.02.2025;(test) Ayşe Dememu;;01.07.1990;Kadın;Özbekistan;İstanbul;Tanımlanmış;Cinsel sömürü;Zorla fuhuş;Polis;E;E;Yok;H;;"),
        ("unknown-code", "Mağdurluk Durumu", "2025/0002;05.02.2025;;;01.07.1990;Kadın;Özbekistan;İstanbul;belki;Cinsel sömürü;Zorla fuhuş;Polis;E;E;Yok;H;;"),
        ("unknown-code", "Sektör", "2025/0003;06.02.2025;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;İşgücü sömürüsü;Uzay madenciliği;Polis;E;E;Yok;H;;"),
        ("bad-date", "Kayıt Tarihi", "2025/0004;31.02.2025;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;İşgücü sömürüsü;Tarım;Polis;E;E;Yok;H;;"),
        ("date-of-1900", "Kayıt Tarihi", "2025/0005;01.01.1900;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;İşgücü sömürüsü;Tarım;Polis;E;E;Yok;H;;"),
        ("future-date", "Kayıt Tarihi", "2025/0006;05.03.2095;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;İşgücü sömürüsü;Tarım;Polis;E;E;Yok;H;;"),
        ("return-date-without-return", "Dönüş Tarihi", "2025/0007;07.02.2025;;;01.07.1990;Kadın;Gürcistan;Trabzon;Tanımlanmış;İşgücü sömürüsü;Ev hizmetleri;157;E;E;Yok;H;01.03.2025;"),
        ("child-by-word-adult-by-birth", "Cinsiyet", "2025/0008;08.02.2025;;;01.07.1980;Kız çocuk;Suriye;Hatay;Tanımlanmış;Zorla dilendirme;Dilencilik;Polis;E;E;Yok;H;;"),
        ("case-number-used-before", "Dosya No", "2025/0001;09.02.2025;;;03.03.1985;Erkek;Afganistan;Van;Tanımlanmış;İşgücü sömürüsü;İnşaat;Jandarma;H;H;Yok;H;;"),
        ("required-missing", "Dosya No", ";10.02.2025;;;03.03.1985;Erkek;Afganistan;Van;Tanımlanmış;İşgücü sömürüsü;İnşaat;Jandarma;H;H;Yok;H;;"),
        ("too-few-fields", "", "2025/0010;11.02.2025;;;03.03.1985;Erkek;Afganistan"),
        ("unknown-code", "Cinsiyet", "2025/0011;12.02.2025;;;03.03.1985;Q;Afganistan;Van;Tanımlanmış;İşgücü sömürüsü;İnşaat;Jandarma;H;H;Yok;H;;"),
        ("unknown-code", "Uyruğu", "2025/0012;12.02.2025;;;03.03.1985;Erkek;Atlantis;Van;Tanımlanmış;İşgücü sömürüsü;İnşaat;Jandarma;H;H;Yok;H;;"),
        ("unknown-code", "İl", "2025/0013;12.02.2025;;;03.03.1985;Erkek;Afganistan;Yokköy;Tanımlanmış;İşgücü sömürüsü;İnşaat;Jandarma;H;H;Yok;H;;"),
        ("born-after-registration", "Doğum Tarihi", "2025/0014;12.02.2025;;;03.03.2026;Erkek çocuk;Afganistan;Van;Tanımlanmış;İşgücü sömürüsü;İnşaat;Jandarma;H;H;Yok;H;;"),
        ("", "", "2025/0015;13.02.2025;(test) İlker Kımelira;;1989;Erkek;Suriye;Urfa;Tanımlanmış;İşgücü sömürüsü;Tarım;STK;H;E;Yok;H;;"),
    ];

    public static void Save(string root)
    {
        Directory.CreateDirectory(Path.Combine(root, "faulty"));
        using var file = new DelimitedText(New(root, "faulty", "agency-with-mistakes.csv"), new UTF8Encoding(true), ';', "\r\n");
        using var truth = new DelimitedText(New(root, "truth", "mistakes.csv"), new UTF8Encoding(false), ',', "\n");
        truth.WriteRow("row", "column", "mistake");
        file.WriteLine(AgencyHeader.Short);
        foreach ((string mistake, string column, string row) in Rows)
        {
            file.WriteLine(row);
            if (mistake.Length > 0)
                truth.WriteRow(file.Lines.ToString(CultureInfo.InvariantCulture), column, mistake);
        }

        file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"TOPLAM;{Rows.Length};;;;;;;;;;;;;;;;"));
    }

    private static FileStream New(string root, string folder, string name) => new(Path.Combine(root, folder, name), FileMode.CreateNew);
}
