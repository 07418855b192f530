using System.Text;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.BadInput;

/// <summary>
/// Every kind of bad file, handed to the real program: exit code 3, what is wrong in the caller's language, nothing of the file repeated, and the store as it
/// was before.
/// </summary>
[Trait("culture", "last")]
public sealed class BadFileTests(RegisteredSite registered)
{
    private const string Canary = "Kanarya";

    // Far less than the file unpacked: whoever holds it before looking is ended by the runtime. A hexadecimal number, as the runtime reads it.
    private const string SmallHeap = "0x6000000";

    public static TheoryData<string, string, string, string> Files => new()
    {
        { "empty file", "FileEmpty", "Dosya boş.", "The file is empty." },
        { "wrong encoding", "EncodingMixed", "iki metin kodlaması", "Two text encodings" },
        { "no text", "FormatUnknown", "Dosya türü tanınmadı", "kind of file is not recognised" },
        { "unknown headings", "ShapeUnknown", "bilinen hiçbir dosya biçimine", "no known shape" },
        { "no records", "NoRows", "hiç kayıt yok", "no record under the headings" },
        { "cell above the limit", "CellTooLong", "Hücre izin verilenden uzun", "The cell is longer than allowed" },
        { "record above the limit", "RecordTooLong", "izin verilenden uzun", "longer than allowed" },
        { "workbook cell above the limit", "WorkbookCellTooLong", "izin verilenden uzun bir hücre", "a cell that is longer than allowed" },
        { "zip bomb", "ArchiveTooLarge", "açılmış hali", "when unpacked" },
        { "truncated workbook", "WorkbookDamaged", "bozuk veya yarım", "damaged or incomplete" },
        { "formula cell", "FormulaCell", "formül", "formula" },
        { "duplicate header", "HeaderDuplicate", "iki sütun", "Two columns" },
        { "date of 1900", "DateOf1900", "1900", "1900" },
        { "quarter in the future", "DateInFuture", "henüz gelmemiş", "has not come yet" },
        { "unknown code", "CodeUnknown", "kod listesinde", "not in the code list" },
        { "identity number", "IdentifierNationalNumber", "T.C. veya yabancı kimlik", "a national identity number" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task BadFile_IsRefusedInTheCallersLanguage_AndNothingIsKept(string kind, string rule, string turkish, string english)
    {
        var site = registered.Site;
        var file = Path.Combine(Directory.CreateTempSubdirectory("reporting-file-").FullName, Canary + ".dat");
        try
        {
            await File.WriteAllBytesAsync(file, Make(kind), TestContext.Current.CancellationToken);
            var before = SiteState.Of(site);
            foreach (var (language, sentence, refused) in new[] { ("tr", turkish, "Dosya kabul edilmedi"), ("en", english, "The file was not accepted") })
            {
                var ingest = site.Process().With("DOTNET_GCHeapHardLimit", SmallHeap);
                Assert.Equal(3, await ingest.RunAsync("ingest", file, "--partner", "GOC", "--lang", language));
                Assert.Contains(rule, ingest.Output, StringComparison.Ordinal);
                Assert.Contains(sentence, ingest.Output, StringComparison.Ordinal);
                Assert.Contains(refused, ingest.Error, StringComparison.Ordinal);
                Assert.DoesNotContain(Canary, ingest.Output + ingest.Error, StringComparison.OrdinalIgnoreCase);
                Assert.Equal(before, SiteState.Of(site));
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    [Fact]
    public async Task Validate_SaysTheSame_WithoutKeysAndStore()
    {
        var folder = Directory.CreateTempSubdirectory("reporting-file-").FullName;
        try
        {
            var file = Path.Combine(folder, "export.csv");
            await File.WriteAllBytesAsync(file, Make("unknown code"), TestContext.Current.CancellationToken);
            var validate = new ReportingProcess();
            Assert.Equal(3, await validate.RunAsync("validate", file, "--lang", "tr"));
            Assert.Contains("CodeUnknown", validate.Output, StringComparison.Ordinal);
            Assert.Contains("kod listesinde", validate.Output, StringComparison.Ordinal);
            Assert.Equal([file], Directory.EnumerateFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Make(string kind) => kind switch
    {
        "empty file" => [],
        "wrong encoding" => [.. AgencyFile.Text(AgencyFile.Row()), .. Encoding.Latin1.GetBytes(AgencyFile.Row(("Dosya No", "2025/0002"), ("İl", "\u00DDstanbul")).Replace("ı", "\u00FD", StringComparison.Ordinal))],
        "no text" => Encoding.ASCII.GetBytes("%PDF-1.7 " + Canary),
        "unknown headings" => Encoding.UTF8.GetBytes($"Ad;Soyad;Yaş\n{Canary};B;3\n"),
        "no records" => AgencyFile.Text(),
        "cell above the limit" => AgencyFile.Text(AgencyFile.Row(("İl", Canary + new string('x', 40_000)))),
        "record above the limit" => AgencyFile.Text(AgencyFile.Row(("Açıklama", Canary + new string('x', 20_000_000)))),
        "workbook cell above the limit" => AgencyFile.Workbook([AgencyFile.Row(("İl", Canary + new string('x', 20_000_000)))]),
        "zip bomb" => AgencyFile.Bomb(1_200_000_000),
        "truncated workbook" => AgencyFile.Workbook(AgencyFile.Rows(200)) is var whole ? whole[..(whole.Length * 2 / 3)] : [],
        "formula cell" => AgencyFile.Workbook([AgencyFile.Row(("İl", $"=CONCAT(\"{Canary}\")"))]),
        "duplicate header" => Encoding.UTF8.GetBytes(AgencyFile.Heading + ";Sektör\n" + AgencyFile.Row() + ";" + Canary + "\n"),
        "date of 1900" => AgencyFile.Text(AgencyFile.Row(("Kayıt Tarihi", "01.01.1900"))),
        "quarter in the future" => AgencyFile.Text(AgencyFile.Row(("Kayıt Tarihi", "05.03.2095"))),
        "unknown code" => AgencyFile.Text(AgencyFile.Row(("Sektör", Canary))),
        "identity number" => AgencyFile.Text(AgencyFile.Row(("İl", "10000000146"))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
