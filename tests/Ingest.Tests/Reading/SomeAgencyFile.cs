using System.Text;

namespace Ingest.Tests.Reading;

/// <summary>A Turkish agency's CSV file with one good record, to be spoilt by tests.</summary>
internal static class SomeAgencyFile
{
    public const string Heading =
        "Dosya No;Kayıt Tarihi;Adı Soyadı;Kimlik No;Doğum Tarihi;Cinsiyet;Uyruğu;İl;Mağdurluk Durumu;Sömürü Türü;Sektör;Yönlendiren;Sığınma Evi;Psikososyal Destek;İkamet İzni;Gönüllü Geri Dönüş;Dönüş Tarihi;Açıklama";

    private static readonly string[] Good =
    [
        "2026/0001", "05.03.2026", "(test) Ayşe Örnek", "", "01.07.1998", "Kadın", "Özbekistan", "İstanbul", "Tanımlanmış", "İşgücü sömürüsü",
        "Ev hizmetleri", "Kolluk", "E", "E", "Uzatıldı", "H", "", "",
    ];

    /// <summary>The good record with cells replaced, by heading.</summary>
    public static string Row(params (string Column, string Value)[] changes)
    {
        string[] headings = Heading.Split(';');
        string[] cells = [.. Good];
        foreach ((string column, string value) in changes)
        {
            int index = Array.IndexOf(headings, column);
            cells[index >= 0 ? index : throw new ArgumentException(column, nameof(changes))] = value;
        }

        return string.Join(';', cells);
    }

    public static string Of(params string[] rows) => Heading + "\n" + string.Join('\n', rows) + "\n";

    public static byte[] Bytes(params string[] rows) => Encoding.UTF8.GetBytes(Of(rows));
}
