using System.Globalization;
using System.Text;

namespace Benchmarks.Intake;

/// <summary>
/// Writes a made-up agency's export of any length from a fixed seed: 18 columns, names from 40,000, all codes, dates of three years,
/// answers as agencies give them. No row is a person.
/// </summary>
internal static class AgencyCsv
{
    public static readonly string[] Heading =
    [
        "Dosya No", "Kayıt Tarihi", "Adı Soyadı", "Kimlik No", "Doğum Tarihi", "Cinsiyet", "Uyruğu", "İl", "Mağdurluk Durumu", "Sömürü Türü",
        "Sektör", "Yönlendiren", "Sığınma Evi", "Psikososyal Destek", "İkamet İzni", "Gönüllü Geri Dönüş", "Dönüş Tarihi", "Açıklama",
    ];

    private static readonly string[] First = [.. Syllables("Ay", "El", "Me", "Su", "Ze", "Fa", "Ni", "Ha", "De", "Gü", "Şe", "İl", "Öz", "Ul")];
    private static readonly string[] Last = [.. Syllables("Ak", "Ka", "Yıl", "De", "Çe", "Öz", "Şa", "Ay", "Kı", "Do", "Tu", "Po", "Gü", "Er")];
    private static readonly string[] Citizenships = ["Özbekistan", "Suriye", "Türkmenistan", "Kırgızistan", "Fas", "Ukrayna", "Türkiye", "Moldova"];
    private static readonly string[] Provinces = ["İstanbul", "Ankara", "Antalya", "İzmir", "Şanlıurfa", "Adana", "Muğla", "Hatay", "Iğdır", "Kırıkkale"];
    private static readonly string[] Statuses = ["Tanımlanmış", "Tanımlanmış", "Tanımlanmış", "Muhtemel"];
    private static readonly string[] Referrals = ["Kolluk", "Kolluk", "Jandarma", "157"];
    private static readonly string[] Permits = ["Verildi", "Uzatıldı", "Yok", ""];

    private static readonly (string Form, string Sector)[] Exploitation =
    [
        ("Cinsel sömürü", "Fuhuş"), ("Cinsel sömürü", "Fuhuş"), ("İşgücü sömürüsü", "Ev hizmetleri"), ("İşgücü sömürüsü", "Tarım"),
        ("İşgücü sömürüsü", "İnşaat"), ("Dilencilik", "Dilencilik"),
    ];

    public static void Write(string path, int rows)
    {
        var random = new Random(20261);
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);
        text.Write(string.Join(';', Heading) + "\r\n");
        for (int row = 1; row <= rows; row++)
        {
            text.Write(string.Join(';', Row(row, random)));
            text.Write("\r\n");
        }
    }

    public static string[] Row(int row, Random random)
    {
        (string form, string sector) = Of(random, Exploitation);
        var registered = new DateOnly(2023, 1, 1).AddDays(random.Next(1095));
        bool returned = random.Next(4) == 0;
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{registered.Year}/{row:D7}"),
            Day(registered),
            $"{Of(random, First)} {Of(random, Last)}",
            string.Empty,
            Day(new DateOnly(1970, 1, 1).AddDays(random.Next(12000))),
            random.Next(4) == 0 ? "Erkek" : "Kadın",
            Of(random, Citizenships),
            Of(random, Provinces),
            Of(random, Statuses),
            form,
            sector,
            Of(random, Referrals),
            random.Next(2) == 0 ? "E" : "H",
            random.Next(2) == 0 ? "E" : "H",
            Of(random, Permits),
            returned ? "E" : "H",
            returned ? Day(registered.AddDays(30)) : string.Empty,
            string.Empty,
        ];
    }

    private static T Of<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Syllables(params string[] syllables) =>
        from first in syllables from second in syllables select first + second.ToLowerInvariant();
}
