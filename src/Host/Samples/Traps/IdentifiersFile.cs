using System.Globalization;
using System.Text;
using Host.Samples.Shapes;

namespace Host.Samples.Traps;

/// <summary>An agency's file with direct identifiers where none belong, and the list of the places.</summary>
internal static class IdentifiersFile
{
    private const string Iban = "TR330006100519786457841326";

    private static readonly (string Identifier, string Column, string Row)[] Rows =
    [
        ("", "", "2025/0101;05.02.2025;(test) Ayşe Dememu;;01.07.1990;Kadın;Özbekistan;İstanbul;Tanımlanmış;Cinsel sömürü;Zorla fuhuş;Polis;E;E;Yok;H;;"),
        ("identity-number", "İl", $"2025/0102;05.02.2025;;;01.07.1990;Kadın;Özbekistan;{IdentityNumber.Valid(1)};Tanımlanmış;Cinsel sömürü;Zorla fuhuş;Polis;E;E;Yok;H;;"),
        ("identity-number", "Yönlendiren", $"2025/0103;06.02.2025;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;İşgücü sömürüsü;Tarım;Ilgili {IdentityNumber.Valid(0)} aradı;E;E;Yok;H;;"),
        ("phone", "Sektör", "2025/0104;06.02.2025;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;İşgücü sömürüsü;+90 555 000 00 00;Polis;E;E;Yok;H;;"),
        ("e-mail", "Yönlendiren", "2025/0105;06.02.2025;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;İşgücü sömürüsü;Tarım;test@example.org;E;E;Yok;H;;"),
        ("iban", "Sömürü Türü", $"2025/0106;06.02.2025;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;{Iban};Tarım;Polis;E;E;Yok;H;;"),
        ("passport", "İkamet İzni", "2025/0107;06.02.2025;;;01.07.1990;Erkek;Suriye;Adana;Tanımlanmış;İşgücü sömürüsü;Tarım;Polis;E;E;U00000000;H;;"),
        ("", "", $"2025/0108;07.02.2025;(test) İpek Memuzo;{IdentityNumber.Valid(1)};1989;Kadın;Suriye;Urfa;Tanımlanmış;İşgücü sömürüsü;Tarım;STK;H;E;Yok;H;;"),
    ];

    public static void Save(string root)
    {
        Directory.CreateDirectory(Path.Combine(root, "identifiers"));
        using var file = new DelimitedText(New(root, "identifiers", "agency-with-identifiers.csv"), new UTF8Encoding(true), ';', "\r\n");
        using var truth = new DelimitedText(New(root, "truth", "identifiers.csv"), new UTF8Encoding(false), ',', "\n");
        truth.WriteRow("row", "column", "identifier");
        file.WriteLine(AgencyHeader.Short);
        foreach ((string identifier, string column, string row) in Rows)
        {
            file.WriteLine(row);
            if (identifier.Length > 0)
                truth.WriteRow(file.Lines.ToString(CultureInfo.InvariantCulture), column, identifier);
        }
    }

    private static FileStream New(string root, string folder, string name) => new(Path.Combine(root, folder, name), FileMode.CreateNew);
}
