using System.Text;
using Ingest.Formats;
using Ingest.Intake;
using Ingest.Rules;
using Xunit;

namespace Ingest.Tests.Reading;

/// <summary>Every kind of bad file gives its code, at its place, and no exception.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void GoodFile_IsAcceptable()
    {
        ValidationReport report = SomeReader.Read(SomeAgencyFile.Of(SomeAgencyFile.Row())).Report;
        Assert.True(report.IsAcceptable);
        Assert.Equal((1, 1), (report.Records, report.Accepted));
        Assert.Equal("turkish-agency", report.Profile);
        Assert.Equal([new QuarterCount("2026-Q1", 1)], report.Quarters);
    }

    [Theory]
    [InlineData("", RuleCode.FileEmpty)]
    [InlineData("%PDF-1.7 and so on", RuleCode.FormatUnknown)]
    [InlineData("<html><table>", RuleCode.FormatUnknown)]
    [InlineData("Ad;Soyad;Yaş\nA;B;3\n", RuleCode.ShapeUnknown)]
    [InlineData("one line without any heading", RuleCode.ShapeUnknown)]
    [InlineData(SomeAgencyFile.Heading + "\n", RuleCode.NoRows)]
    [InlineData(SomeAgencyFile.Heading + ";Sömürü Biçimi\n", RuleCode.HeaderDuplicate)]
    [InlineData(SomeAgencyFile.Heading + ";Sektör\n", RuleCode.HeaderDuplicate)]
    public void UnreadableText_HasItsCode(string text, RuleCode rule)
    {
        ValidationReport report = SomeReader.Read(text).Report;
        Assert.False(report.IsReadable);
        Assert.Contains(report.Findings, finding => finding.Rule == rule && finding.Severity == Severity.Fatal);
    }

    [Theory]
    [InlineData("Kayıt Tarihi", "31.02.2026", RuleCode.DateInvalid)]
    [InlineData("Kayıt Tarihi", "2026-03", RuleCode.DateInvalid)]
    [InlineData("Kayıt Tarihi", "03/14/2026", RuleCode.DateInvalid)]
    [InlineData("Kayıt Tarihi", "01.01.1900", RuleCode.DateOf1900)]
    [InlineData("Kayıt Tarihi", "00.01.1900", RuleCode.DateInvalid)]
    [InlineData("Kayıt Tarihi", "30.12.1899", RuleCode.DateOf1900)]
    [InlineData("Kayıt Tarihi", "01.01.1904", RuleCode.DateOf1900)]
    [InlineData("Kayıt Tarihi", "01.01.1980", RuleCode.DateImplausible)]
    [InlineData("Kayıt Tarihi", "05.03.2095", RuleCode.DateInFuture)]
    [InlineData("Kayıt Tarihi", "01.07.2026", RuleCode.DateInFuture)]
    [InlineData("Kayıt Tarihi", "", RuleCode.DateMissing)]
    [InlineData("Dosya No", "", RuleCode.CaseNumberMissing)]
    [InlineData("Cinsiyet", "Q", RuleCode.CodeUnknown)]
    [InlineData("Uyruğu", "Atlantis", RuleCode.CodeUnknown)]
    [InlineData("İl", "Yokköy", RuleCode.CodeUnknown)]
    [InlineData("Mağdurluk Durumu", "belki", RuleCode.CodeUnknown)]
    [InlineData("Sektör", "Uzay madenciliği", RuleCode.CodeUnknown)]
    [InlineData("Sektör", "Tarım / Uzay", RuleCode.CodeUnknown)]
    [InlineData("Sığınma Evi", "belki", RuleCode.AnswerUnknown)]
    [InlineData("Dönüş Tarihi", "01.04.2026", RuleCode.ReturnDateWithoutReturn)]
    [InlineData("Doğum Tarihi", "06.03.2026", RuleCode.BirthAfterRegistration)]
    [InlineData("İl", "10000000146", RuleCode.IdentifierNationalNumber)]
    [InlineData("Dosya No", "10000000146", RuleCode.IdentifierNationalNumber)]
    [InlineData("Yönlendiren", "Ilgili 100 000 001 46 aradı", RuleCode.IdentifierNationalNumber)]
    [InlineData("Sektör", "+90 555 000 00 00", RuleCode.IdentifierPhone)]
    [InlineData("Sığınma Evi", "0555 000 00 00", RuleCode.IdentifierPhone)]
    [InlineData("Yönlendiren", "test@example.org", RuleCode.IdentifierEmail)]
    [InlineData("Kayıt Tarihi", "test@example.org", RuleCode.IdentifierEmail)]
    [InlineData("Sömürü Türü", "TR33 0006 1005 1978 6457 8413 26", RuleCode.IdentifierIban)]
    [InlineData("İkamet İzni", "U00000000", RuleCode.IdentifierPassport)]
    public void WrongCell_IsFoundInItsRowAndColumn(string column, string value, RuleCode rule)
    {
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(SomeAgencyFile.Of(
            SomeAgencyFile.Row(("Dosya No", "2026/0000")), SomeAgencyFile.Row((column, value)), SomeAgencyFile.Row(("Dosya No", "2026/0002"))));
        Finding finding = Assert.Single(report.Findings, f => f.Severity >= Severity.Error);
        Assert.Equal((rule, 1), (finding.Rule, finding.Count));
        Assert.Equal([3], finding.Rows);
        Assert.True(finding.Column is null || finding.Column == column);
        Assert.False(report.IsAcceptable);
        Assert.True(report.IsAcceptableWithoutFaultyRows);
        Assert.Equal([2, 4], cases.Select(c => c.Row));
    }

    [Fact]
    public void ManyProblems_AreCountedTrulyAndListedInPart()
    {
        string[] rows = [.. Enumerable.Range(0, 500).Select(i => SomeAgencyFile.Row(("Dosya No", $"2026/{i}"), ("İl", "?X?"), ("Uyruğu", "Atlantis")))];
        ValidationReport report = SomeReader.Read(SomeAgencyFile.Of(rows)).Report;
        Assert.Equal(500, report.Faulty);
        Assert.Equal([("Uyruğu", 500L, 20), ("İl", 500L, 20)], report.Findings.Where(f => f.Severity == Severity.Error).Select(f => (f.Column, f.Count, f.Rows.Count)));
    }

    [Fact]
    public void RowThatBreaksOff_IsAnError()
    {
        ValidationReport report = SomeReader.Read(SomeAgencyFile.Of("2026/0001;05.03.2026;x", SomeAgencyFile.Row(("Dosya No", "2")))).Report;
        Assert.Contains(report.Findings, f => f.Rule == RuleCode.RowWidth && f.Rows is [2]);
        Assert.Equal(1, report.Accepted);
    }

    [Fact]
    public void RowWithTooManyCells_IsAnError() =>
        Assert.Contains(SomeReader.Read(SomeAgencyFile.Of(SomeAgencyFile.Row() + ";x")).Report.Findings, f => f.Rule == RuleCode.RowWidth);

    [Fact]
    public void UnclosedQuote_IsNotTakenForTheEndOfTheFile()
    {
        ValidationReport report = SomeReader.Read(SomeAgencyFile.Of(
            SomeAgencyFile.Row(), SomeAgencyFile.Row(("Dosya No", "2"), ("Açıklama", "\"free")), SomeAgencyFile.Row(("Dosya No", "3")))).Report;
        Assert.Contains(report.Findings, f => f.Rule == RuleCode.QuoteUnclosed && f.Rows is [3]);
    }

    [Fact]
    public void RecordLongerThanTheLimit_IsRefusedBeforeItIsHeld()
    {
        ReadLimits limits = new() { RecordBytes = 10_000 };
        string text = SomeAgencyFile.Of(SomeAgencyFile.Row(("Açıklama", new string('x', 10_000_000))));
        long before = GC.GetAllocatedBytesForCurrentThread();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        long made = GC.GetAllocatedBytesForCurrentThread() - before;
        ValidationReport report = SomeReader.Read(bytes, limits: limits).Report;
        Assert.Contains(report.Findings, f => f.Rule == RuleCode.RecordTooLong);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before - made < 5_000_000);
    }

    [Fact]
    public void CellLongerThanTheLimit_IsRefusedUnread()
    {
        ReadLimits limits = new() { CellBytes = 200 };
        ValidationReport report = SomeReader.Read(SomeAgencyFile.Bytes(SomeAgencyFile.Row(("İl", new string('x', 201)))), limits: limits).Report;
        Finding finding = Assert.Single(report.Findings, f => f.Severity == Severity.Error);
        Assert.Equal((RuleCode.CellTooLong, "İl"), (finding.Rule, finding.Column));
    }

    [Fact]
    public void FileLargerThanTheLimit_IsRefused() => Assert.Contains(
        SomeReader.Read(SomeAgencyFile.Bytes(SomeAgencyFile.Row()), limits: new ReadLimits { FileBytes = 100 }).Report.Findings,
        f => f.Rule == RuleCode.FileTooLarge);

    [Fact]
    public void TooManyRows_AreRefused() => Assert.Contains(
        SomeReader.Read(SomeAgencyFile.Bytes([.. Enumerable.Repeat(SomeAgencyFile.Row(), 50)]), limits: new ReadLimits { Rows = 20 }).Report.Findings,
        f => f.Rule == RuleCode.TooManyRows);

    [Fact]
    public void CaseNumberTwice_IsAWarning()
    {
        ValidationReport report = SomeReader.Read(SomeAgencyFile.Of(SomeAgencyFile.Row(), SomeAgencyFile.Row())).Report;
        Assert.Contains(report.Findings, f => f.Rule == RuleCode.CaseNumberRepeated && f.Rows is [3]);
        Assert.Equal(2, report.Accepted);
    }

    [Fact]
    public void ShapeWithoutConsent_NeedsALegalBasis()
    {
        ValidationReport report = SomeReader.Read(SomeAgencyFile.Bytes(SomeAgencyFile.Row()), SomeReader.Terms with { LegalBasis = null }).Report;
        Assert.Contains(report.Findings, f => f.Rule == RuleCode.LegalBasisMissing);
        Assert.Equal(0, report.Accepted);
    }

    [Fact]
    public void OtherShapeThanRegistered_IsRefused() => Assert.Contains(
        SomeReader.Read(SomeAgencyFile.Bytes(SomeAgencyFile.Row()), SomeReader.Terms with { Profile = "htcds-xlsx" }).Report.Findings,
        f => f.Rule == RuleCode.ShapeNotRegistered);

    [Fact]
    public async Task CancelledReading_Stops()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var validator = new FileValidator(SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, SomeReader.Clock);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => validator.ValidateAsync(new MemoryStream(SomeAgencyFile.Bytes(SomeAgencyFile.Row())), null, stop.Token));
    }
}
