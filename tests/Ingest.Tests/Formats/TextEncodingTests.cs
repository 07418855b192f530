using System.Text;
using CsCheck;
using Ingest.Cases;
using Ingest.Intake;
using Ingest.Rules;
using Ingest.Tests.Reading;
using Xunit;

namespace Ingest.Tests.Formats;

public sealed class TextEncodingTests
{
    private static readonly Encoding Windows1254 = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;
    private static readonly Encoding Latin5 = CodePagesEncodingProvider.Instance.GetEncoding(28599)!;

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "UTF-8, ;" },
        { "utf-8-bom", "UTF-8 (BOM), ;" },
        { "utf-16", "UTF-16 LE, ;" },
        { "utf-16-bom", "UTF-16 LE, ;" },
        { "utf-16be-bom", "UTF-16 BE, ;" },
        { "utf-16be", "UTF-16 BE, ;" },
        { "windows-1254", "windows-1254 / ISO-8859-9, ;" },
        { "iso-8859-9", "windows-1254 / ISO-8859-9, ;" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void EveryEncoding_ReadsAlike(string encoding, string dialect)
    {
        string text = SomeAgencyFile.Of(SomeAgencyFile.Row(("Cinsiyet", "KIZ ÇOCUK"), ("Doğum Tarihi", "2015"), ("İl", "IĞDIR")), SomeAgencyFile.Row(("Dosya No", "2")));
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(Encode(encoding, text));
        Assert.Equal(dialect, report.Dialect);
        Assert.True(report.IsAcceptable);
        Assert.Equal(("GIR", "TRA23"), (cases[0][CaseColumn.Group], cases[0][CaseColumn.Province]));
    }

    [Theory]
    [InlineData(";", false)]
    [InlineData(",", false)]
    [InlineData("\t", false)]
    [InlineData(";", true)]
    [InlineData("|", true)]
    public void Delimiter_IsFoundOrDeclared(string delimiter, bool declared)
    {
        string text = (declared ? $"sep={delimiter}\r\n" : "") + SomeAgencyFile.Of(SomeAgencyFile.Row(), SomeAgencyFile.Row(("İl", "Yok"))).Replace(";", delimiter, StringComparison.Ordinal);
        ValidationReport report = SomeReader.Read(text).Report;
        Assert.Equal(1, report.Accepted);

        // Excel shows no sep= line, so the second record stands in row 3 either way.
        Assert.Equal([3], Assert.Single(report.Findings, f => f.Rule == RuleCode.CodeUnknown).Rows);
    }

    [Fact]
    public void DamagedUtf8_IsNotTakenForWindows1254()
    {
        byte[] bytes = SomeAgencyFile.Bytes(SomeAgencyFile.Row());
        bytes[^3] = 0xFE;
        Assert.Contains(SomeReader.Read(bytes).Report.Findings, f => f.Rule == RuleCode.EncodingMixed);
    }

    [Fact]
    public void TurkishTakenForWestern_IsNamedAsDamage()
    {
        string misread = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Windows1254.GetBytes(SomeAgencyFile.Of(SomeAgencyFile.Row())));
        Assert.Contains(SomeReader.Read(misread).Report.Findings, f => f.Rule == RuleCode.EncodingMixed);
    }

    [Fact]
    public void BinaryRubbish_IsNoText()
    {
        byte[] bytes = [.. Enumerable.Range(0, 5000).Select(i => (byte)((i * 7919) ^ (i >> 3)))];
        Assert.Contains(SomeReader.Read(bytes).Report.Findings, f => f.Rule is RuleCode.EncodingUnknown or RuleCode.EncodingMixed);
    }

    [Fact]
    public void CharacterAcrossABlockBorder_IsWhole()
    {
        // The detector reads blocks of 64 KiB; shifting the text by single bytes puts every character of a row across the border once.
        string[] rows = [.. Enumerable.Range(0, 600).Select(i => SomeAgencyFile.Row(("Dosya No", $"ş{i}"), ("Açıklama", "ğüşıöçİĞÜŞÖÇ")))];
        for (int shift = 0; shift < 8; shift++)
        {
            byte[] bytes = SomeAgencyFile.Bytes([.. rows.Prepend(SomeAgencyFile.Row(("Dosya No", new string('x', shift + 1))))]);
            Assert.Equal(601, SomeReader.Read(bytes).Report.Accepted);
        }
    }

    [Fact]
    public void AnyBytes_GiveAReport() => Gen.Byte.Array[0, 400].Sample(
        bytes => Assert.NotNull(SomeReader.Read(bytes).Report),
        iter: 2000,
        threads: 1);

    [Fact]
    public void AnyDamageToAGoodFile_GivesAReport()
    {
        byte[] good = SomeAgencyFile.Bytes(SomeAgencyFile.Row(), SomeAgencyFile.Row(("Dosya No", "2")));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 6].Sample(
            damage =>
            {
                byte[] bytes = [.. good];
                foreach ((int at, byte value) in damage)
                {
                    bytes[at] = value;
                }

                Assert.NotNull(SomeReader.Read(bytes).Report);
            },
            iter: 2000,
            threads: 1);
    }

    private static byte[] Encode(string name, string text) => name switch
    {
        "utf-8" => new UTF8Encoding(false).GetBytes(text),
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => Encoding.Unicode.GetBytes(text),
        "utf-16-bom" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
        "utf-16be-bom" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        "windows-1254" => Windows1254.GetBytes(text),
        _ => Latin5.GetBytes(text),
    };
}
