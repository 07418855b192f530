using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace EndToEnd.Support;

/// <summary>A Turkish agency's export with invented records, to be spoilt by tests: as text, and as a workbook made part by part.</summary>
internal static class AgencyFile
{
    public const string Heading =
        "Dosya No;Kayıt Tarihi;Adı Soyadı;Kimlik No;Doğum Tarihi;Cinsiyet;Uyruğu;İl;Mağdurluk Durumu;Sömürü Türü;Sektör;Yönlendiren;Sığınma Evi;Psikososyal Destek;İkamet İzni;Gönüllü Geri Dönüş;Dönüş Tarihi;Açıklama";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageNamespace = "http://schemas.openxmlformats.org/package/2006";

    private static readonly string[] Good =
    [
        "2025/0001", "05.03.2025", "(test) Ayşe Örnek", "", "01.07.1998", "Kadın", "Özbekistan", "İstanbul", "Tanımlanmış", "İşgücü sömürüsü",
        "Ev hizmetleri", "Kolluk", "E", "E", "Uzatıldı", "H", "", "",
    ];

    /// <summary>A good record with cells replaced, by heading.</summary>
    public static string Row(params (string Column, string Value)[] changes)
    {
        var cells = Good.ToArray();
        foreach (var (column, value) in changes)
        {
            cells[Array.IndexOf(Heading.Split(';'), column)] = value;
        }

        return string.Join(';', cells);
    }

    /// <summary>As many good records, each of a case of its own.</summary>
    public static string[] Rows(int count) =>
        [.. Enumerable.Range(1, count).Select(i => Row(("Dosya No", string.Create(CultureInfo.InvariantCulture, $"2025/{i:0000}")), ("Adı Soyadı", $"(test) Örnek {Letters(i)}")))];

    public static byte[] Text(params string[] rows) => Encoding.UTF8.GetBytes(Heading + "\n" + string.Join('\n', rows) + "\n");

    /// <summary>A workbook; a cell that begins with = is a formula.</summary>
    public static byte[] Workbook(string[] rows, params (string Name, byte[] Content)[] more) =>
        Package(rows, [.. more.Select(m => (m.Name, (Action<Stream>)(part => part.Write(m.Content))))]);

    private static byte[] Package(string[] rows, params (string Name, Action<Stream> Write)[] more)
    {
        var sheet = new StringBuilder($"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><sheetData>""");
        foreach (var line in new[] { Heading }.Concat(rows))
        {
            sheet.Append("<row>").AppendJoin("", line.Split(';').Select(Cell)).Append("</row>");
        }

        sheet.Append("</sheetData></worksheet>");
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", $"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PackageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Write(archive, "_rels/.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PackageNamespace}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(archive, "xl/workbook.xml", $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Write(archive, "xl/_rels/workbook.xml.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PackageNamespace}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Write(archive, "xl/worksheets/sheet1.xml", sheet.ToString());
            foreach (var (name, write) in more)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(part);
            }
        }

        return file.ToArray();
    }

    /// <summary>A workbook that unpacks to as many bytes of nothing.</summary>
    public static byte[] Bomb(long bytes) => Package(Rows(1), ("xl/media/nothing.bin", part =>
    {
        var block = new byte[1 << 20];
        for (var written = 0L; written < bytes; written += block.Length)
        {
            part.Write(block);
        }
    }));

    // Names that no match takes for each other.
    private static string Letters(int number) => new([.. Enumerable.Range(0, 6).Select(i => (char)('a' + ((number * 7919 + i * i * 104729) / (i + 1) % 25)))]);

    private static string Cell(string value) => value is ['=', ..]
        ? $"<c><f>{SecurityElement.Escape(value[1..])}</f><v>1</v></c>"
        : $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(value)}</t></is></c>";

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
