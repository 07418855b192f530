using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Host.Tests.Samples;

/// <summary>Each trap that the page of the samples names is in the file it names.</summary>
public sealed partial class SampleTrapTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Htcds_HeaderTraps()
    {
        foreach (string file in Files("*.xlsx"))
        {
            IReadOnlyDictionary<(int Row, string Column), string> cells = SheetCells.Read(file);
            Assert.Equal("vic_TraffickinStatusDecisionMakingOrg", cells[(1, "T")]);
            Assert.False(cells.ContainsKey((1, "AJ")));
            Assert.Equal(("prs_MailingCity", "Mailing Street"), (cells[(1, "N")], cells[(2, "N")]));
            using ZipArchive archive = ZipFile.OpenRead(file);
            XElement first = SheetCells.Load(archive, "xl/worksheets/sheet1.xml").Descendants(Main + "row").First();
            Assert.Equal("1", first.Attribute("hidden")?.Value);
        }
    }

    [Theory]
    [InlineData("sig/2023.xlsx")]
    [InlineData("stk/2023.xlsx")]
    public void Htcds_ValueTraps(string file)
    {
        string[] texts = [.. CommittedSamples.Sheet(file).Values];
        Assert.Contains(texts, text => text.StartsWith("Activities of households as employers; ", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("Debt bondage  ", StringComparison.Ordinal));
        Assert.Contains("Turkey", texts);
        Assert.Contains("Örnek Sığınma Evi (deneme)", texts);
        Assert.Contains(texts, text => IsoDate().IsMatch(text));
        Assert.Contains(texts, text => DottedDate().IsMatch(text));
    }

    [Fact]
    public void Htcds_SerialDates_WithAndWithoutFormat()
    {
        using ZipArchive archive = ZipFile.OpenRead(CommittedSamples.PathOf("stk/2023.xlsx"));
        XElement[] births = [.. SheetCells.Load(archive, "xl/worksheets/sheet1.xml").Descendants(Main + "c").Where(cell => cell.Attribute("r")!.Value.StartsWith('G'))];
        Assert.Contains(births, cell => cell.Attribute("s")?.Value == "1");
        Assert.Contains(births, cell => cell.Attribute("t") is null && cell.Attribute("s") is null);
    }

    [Fact]
    public void Htcds_EmptyNumberedRows_Consent_AndSectionAlone()
    {
        IReadOnlyDictionary<(int Row, string Column), string> stk = CommittedSamples.Sheet("stk/2023.xlsx");
        Assert.Equal("1000", stk[(1002, "A")]);
        Assert.False(stk.ContainsKey((1002, "S")));
        Assert.Contains("Agriculture, forestry and fishing", CommittedSamples.Sheet("sig/2024.xlsx").Values);
        IReadOnlyDictionary<(int Row, string Column), string> sig = CommittedSamples.Sheet("sig/2023.xlsx");
        int[] rows = [.. sig.Keys.Where(key => key.Row > 2 && key.Column == "S").Select(key => key.Row)];
        Assert.Contains(rows, row => sig.TryGetValue((row, "F"), out string? consent) && consent == "No");
        Assert.Contains(rows, row => !sig.ContainsKey((row, "F")));
        Assert.Contains("0", CommittedSamples.Sheet("stk/2024.xlsx").Where(cell => cell.Key.Column == "F").Select(cell => cell.Value));
    }

    [Theory]
    [InlineData("uok/2023.csv", ",-99,")]
    [InlineData("uok/2023.csv", ",NA,")]
    [InlineData("uok/2023.csv", "18—20")]
    [InlineData("uok/2023.csv", "18--20")]
    [InlineData("uok/2023.csv", "Sep-17")]
    [InlineData("uok/2024.csv", ",SY,")]
    [InlineData("uok/2025-Q1.csv", ",SYR,")]
    [InlineData("uok/2025-Q1.csv", ",1.0,")]
    [InlineData("uok/2025-Q1.csv", ",0.0,")]
    [InlineData("uok/2025-Q1.csv", "sectorOfLabourAgriculture")]
    [InlineData("uok/2025-Q1.csv", "sectorOfSexProstitution")]
    [InlineData("hat/2023.csv", "By using this data")]
    [InlineData("hat/2023.csv", ";;")]
    public void Ctdc_TextTraps(string file, string text) =>
        Assert.Contains(text, File.ReadAllText(CommittedSamples.PathOf(file)), StringComparison.Ordinal);

    [Fact]
    public void Ctdc_QuotedDelimiter_UnknownCountries_YearOnly_Begging()
    {
        Assert.Contains(CommittedSamples.Lines("hat/2023.csv", Encoding.UTF8), line => QuotedSemicolon().IsMatch(line));
        string[] countries = [.. Files("*.csv").Where(file => file.Contains("uok", StringComparison.Ordinal) || file.Contains("hat", StringComparison.Ordinal)).SelectMany(Countries)];
        Assert.Contains("0", countries);
        Assert.Contains("00", countries);
        Assert.Contains("ZZ", countries);
        string[] uok = CommittedSamples.Lines("uok/2023.csv", Encoding.UTF8);
        string[] header = uok[0].Split(',');
        Assert.Contains(uok.Skip(1), line => Field(line, "registrationDate").Length == 0 && Field(line, "yearOfRegistration") == "2023");
        Assert.Contains(uok.Skip(1), line => Field(line, "typeOfLabourBegging") == "1");

        string Field(string line, string name) => line.Split(',')[Array.IndexOf(header, name)];
    }

    [Theory]
    [InlineData("goc/2023-Q1.csv", new byte[] { (byte)'s', (byte)'e', (byte)'p', (byte)'=' })]
    [InlineData("kol/2023.csv", new byte[] { 0xEF, 0xBB, 0xBF, (byte)'s' })]
    [InlineData("kol/2024.csv", new byte[] { 0xFF, 0xFE, (byte)'D', 0 })]
    [InlineData("kol/2025-Q1.csv", new byte[] { (byte)'D', (byte)'o' })]
    public void Agency_BeginsAsItsEncodingDoes(string file, byte[] start) =>
        Assert.Equal(start, CommittedSamples.Bytes(file).AsSpan(0, start.Length).ToArray());

    [Fact]
    public void Agency_TurkishLetters_HaveTheirWindows1254Bytes()
    {
        byte[] bytes = [.. Files("*.csv").Where(file => file.Contains("goc", StringComparison.Ordinal)).SelectMany(File.ReadAllBytes)];
        Assert.All((byte[])[0xD0, 0xF0, 0xDD, 0xFD, 0xDE, 0xFE], letter => Assert.Contains(letter, bytes));
    }

    [Theory]
    [InlineData("goc/", ";Suriye Arap Cumhuriyeti;")]
    [InlineData("goc/", ";SY;")]
    [InlineData("goc/", ";Kırgız Cumhuriyeti;")]
    [InlineData("goc/", ";Urfa;")]
    [InlineData("goc/", ";K.Maraş;")]
    [InlineData("goc/", ";Afyon;")]
    [InlineData("goc/", ";KIZ ÇOCUK;")]
    [InlineData("goc/", "Kölelik ve benzeri uygulamalar")]
    [InlineData("goc/2023-Q1", ";E;")]
    [InlineData("goc/2023-Q2", ";Hayır;")]
    [InlineData("goc/2023-Q3", ";Var;")]
    [InlineData("goc/2023-Q4", ";X;")]
    [InlineData("goc/2024-Q1", ";+;")]
    [InlineData("goc/2024-Q2", ";1;")]
    [InlineData("goc/", "\nTOPLAM;")]
    [InlineData("goc/", "\nKADIN;")]
    [InlineData("kol/2025", ",0\r\n")]
    public void Agency_TextTraps(string prefix, string text)
    {
        string all = string.Concat(AgencyFiles(prefix).Select(file => File.ReadAllText(CommittedSamples.PathOf(file), CommittedSamples.EncodingOf(file))));
        Assert.Contains(text, all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(", ")]
    [InlineData(" / ")]
    [InlineData(" ve ")]
    public void Agency_SeveralAnswersInACell(string separator)
    {
        string[] sectors = [.. AgencyFiles("goc/").SelectMany(file => CommittedSamples.Lines(file, CommittedSamples.EncodingOf(file))).Where(line => line.StartsWith("20", StringComparison.Ordinal)).SelectMany(line => line.Split(';')[10..12])];
        Assert.Contains(sectors, cell => cell.Contains(separator, StringComparison.Ordinal) && !cell.StartsWith("Kölelik", StringComparison.Ordinal) && !cell.StartsWith("Organ", StringComparison.Ordinal));
    }

    [Fact]
    public void Agency_DatesInThreeForms()
    {
        string[][] rows = [.. AgencyFiles("goc/").SelectMany(file => CommittedSamples.Lines(file, CommittedSamples.EncodingOf(file))).Where(line => line.StartsWith("20", StringComparison.Ordinal)).Select(line => line.Split(';'))];
        Assert.Contains(rows, row => DottedDate().IsMatch(row[1]));
        Assert.Contains(rows, row => row[1].Length is > 4 and < 10);
        Assert.Contains(rows, row => row[1].Length == 4);
        Assert.Contains(rows, row => row[5].Length == 4);
    }

    [Fact]
    public void SameCaseNumber_AtTwoPartners()
    {
        string[] goc = CaseNumbers("goc/2025-Q1.csv");
        Assert.Contains(CaseNumbers("kol/2025-Q1.csv"), number => goc.Contains(number, StringComparer.Ordinal));
    }

    private static string[] CaseNumbers(string file) =>
        [.. CommittedSamples.Lines(file, CommittedSamples.EncodingOf(file)).Where(line => line.StartsWith("20", StringComparison.Ordinal)).Select(line => line.Split(';')[0])];

    private static IEnumerable<string> AgencyFiles(string prefix) => Files("*.csv")
        .Select(file => Path.GetRelativePath(CommittedSamples.Root, file).Replace('\\', '/'))
        .Where(file => file.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<string> Countries(string file)
    {
        string[] lines = File.ReadAllLines(file);
        char delimiter = lines[0].StartsWith("By", StringComparison.Ordinal) ? ';' : ',';
        int column = Array.IndexOf(lines[0].Split(delimiter), "citizenship");
        return lines.Skip(1).Select(line => line.Split(delimiter)[column]);
    }

    /// <summary>Exports of cases; figures of indicators have no shape of a partner's program.</summary>
    private static string[] Files(string pattern) =>
        [.. Directory.GetFiles(CommittedSamples.Root, pattern, SearchOption.AllDirectories).Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "figures")];

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^\d{2}\.\d{2}\.\d{4}$")]
    private static partial Regex DottedDate();

    [GeneratedRegex(@";""[^""]+;[^""]+"";")]
    private static partial Regex QuotedSemicolon();
}
