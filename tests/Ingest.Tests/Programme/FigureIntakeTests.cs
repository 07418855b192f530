using System.Text;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Rules;
using Ingest.Storage;
using Ingest.Tests.Formats;
using Ingest.Tests.Reading;
using Xunit;

namespace Ingest.Tests.Programme;

public sealed class FigureIntakeTests
{
    private static readonly string[] Calls = ["CAL;2025-Q4;;Turkish;Information given;;41", "CAL;2025-Q4;;Arapça;ihbar;;3"];

    [Fact]
    public async Task Figures_AcceptedOnce_SameReceiptAgain()
    {
        using var some = new SomeProgramme();
        byte[] file = SomeProgramme.File(Calls);
        var first = Assert.IsType<IntakeOutcome.Accepted>(await some.Ingest(SomeProgramme.Helpline, file));
        var second = Assert.IsType<IntakeOutcome.Accepted>(await some.Ingest(SomeProgramme.Helpline, file));

        Assert.False(first.WasKnown);
        Assert.True(second.WasKnown);
        Assert.Equal(first.Receipt.Id, second.Receipt.Id);
        Assert.Equal((UploadContent.Figures, 2, 2), (first.Receipt.Content, first.Receipt.RowsRead, first.Receipt.RowsAccepted));
        Assert.Equal([new RowCount("2025-Q4", 2)], first.Receipt.Quarters);
        Assert.True(ReceiptSignature.Verify(second.Receipt, Storage.SomeStore.Keys));
        Assert.False(ReceiptSignature.Verify(second.Receipt with { Content = UploadContent.Cases }, Storage.SomeStore.Keys));
        Assert.Equal(["upload.accepted"], some.Some.Store.AuditEntries().Value.Select(entry => entry.Action).Where(action => action.StartsWith("upload", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Workbook_WithTurkishHeadings_IsRecognisedByThem()
    {
        using var some = new SomeProgramme();
        byte[] file = new SomeWorkbook()
            .Row(1, "ÜÇ AYLIK CETVEL")
            .Row(2, "Dönem", "Gösterge", "Değer", "Hedef kitle", "Not")
            .Row(3, "2025 Ç4", "eğitimler", "#12", "", "")
            .Row(4, "2025-Q4", "eğitilen kişiler", "#310", "Kolluk", "serbest metin")
            .ToBytes();
        var accepted = Assert.IsType<IntakeOutcome.Accepted>(await some.Ingest(SomeProgramme.Migration, file));
        Assert.Equal(2, accepted.Receipt.RowsAccepted);
        Assert.Equal("E", Assert.Single(accepted.Report!.Findings, finding => finding.Rule == RuleCode.ColumnUnmapped).ColumnLetter);
    }

    [Fact]
    public async Task EveryFault_IsFoundAtOnce_WithRowAndColumn_WithoutAValue()
    {
        using var some = new SomeProgramme();
        string[] rows =
        [
            "CAL;2025-Q4;;Turkish;Information given;;41",
            "CAL;2025-Q4;;Turkish;Information given;;42",
            "kanarya;2025-Q4;;;;;5",
            "CAL;4.2025;;Turkish;INF;;5",
            "CAL;2026-Q1;;Turkish;INF;;5",
            "CAL;2025-Q4;;Elfçe;INF;;5",
            "CAL;2025-Q4;;;INF;;5",
            "CAL;2025-Q4;Police;Arabic;INF;;5",
            "CAL;2025-Q4;;Russian;INF;;1.250",
            "CAL;2025-Q4;;English;INF;;-4",
            "CAL;2025-Q4;;Persian;INF;;",
            "TRN;2025-Q4;;;;;12",
            "a@kanarya.example;2025-Q4;;;;;1",
        ];
        var rejected = Assert.IsType<IntakeOutcome.Rejected>(await some.Ingest(SomeProgramme.Helpline, SomeProgramme.File(rows), new IntakeOptions { AcceptWithoutFaultyRows = true }));
        string[] found = [.. rejected.Report.Findings.Select(f => $"{f.Rule} {f.ColumnLetter} {string.Join(',', f.Rows)}").Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "BreakdownMissing D 8", "BreakdownNotAsked C 9", "CodeUnknown A 4", "CodeUnknown D 7", "FigureInvalid G 10,11,12", "FigureRepeated A 3",
                "IdentifierEmail A 14", "IndicatorNotYours A 13", "QuarterInvalid B 5", "QuarterNotOver B 6",
            ],
            found);
        Assert.Equal((13, 0, 12), (rejected.Report.Records, rejected.Report.Accepted, rejected.Report.Faulty));
        Assert.False(rejected.Report.IsAcceptableWithoutFaultyRows);
        string said = ReportJson.Write(rejected.Report) + new ReportText(ReportTexts.Load(), "tr").Write(rejected.Report);
        Assert.All(["kanarya", "Elf", "1.250", "4.2025"], value => Assert.DoesNotContain(value, said, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(some.Some.Store.Uploads().Value);
        Assert.Empty(Directory.GetFiles(some.Some.Cases));
    }

    [Theory]
    [InlineData(RuleCode.HeaderDuplicate, "Indicator;Quarter;Value;Değer\nTRN;2025-Q4;1;2\n")]
    [InlineData(RuleCode.NoRows, "Indicator;Quarter;Value\n")]
    [InlineData(RuleCode.ShapeUnknown, "Indicator;Value\nTRN;1\n")]
    public async Task HeadingOrRowsThatAreWrong_RefuseTheFile(RuleCode rule, string text)
    {
        using var some = new SomeProgramme();
        var rejected = Assert.IsType<IntakeOutcome.Rejected>(await some.Ingest(SomeProgramme.Migration, Encoding.UTF8.GetBytes(text)));
        Assert.Contains(rejected.Report.Findings, finding => finding.Rule == rule);
    }

    [Fact]
    public async Task Formula_IsNoFigure()
    {
        using var some = new SomeProgramme();
        byte[] file = new SomeWorkbook().Row(1, "Indicator", "Quarter", "Value").Row(2, "TRN", "2025-Q4", "=6+6").ToBytes();
        var rejected = Assert.IsType<IntakeOutcome.Rejected>(await some.Ingest(SomeProgramme.Migration, file));
        Assert.Contains(rejected.Report.Findings, finding => finding.Rule == RuleCode.FormulaCell);
    }

    [Fact]
    public async Task FigureThatStands_IsCorrectedByReplacingItsUpload()
    {
        using var some = new SomeProgramme();
        Receipt first = await some.Accept(SomeProgramme.Migration, SomeProgramme.File("TRN;2025-Q4;;;;;12", "MEE;2025-Q4;;;;;3"));
        byte[] corrected = SomeProgramme.File("TRN;2025-Q4;;;;;13");
        var refused = Assert.IsType<IntakeOutcome.Rejected>(await some.Ingest(SomeProgramme.Migration, corrected));
        Assert.Equal(RuleCode.FigureStands, Assert.Single(refused.Report.Findings).Rule);
        using (var stream = new MemoryStream(corrected))
        {
            Assert.False((await some.Service().ValidateAsync(stream, SomeProgramme.Migration, TestContext.Current.CancellationToken)).Value.IsAcceptable);
        }

        Receipt second = await some.Accept(SomeProgramme.Migration, corrected, new IntakeOptions { Replaces = first.Id, Reason = "one more" });
        Assert.Equal(first.Id, second.Replaces);
        Assert.Equal([UploadState.Replaced, UploadState.Active], some.Some.Store.Uploads().Value.Select(upload => upload.State));

        // Withdrawn, it stands no more.
        Assert.True(some.Some.Store.Withdraw(second.Id, "wrong year").Succeeded);
        await some.Accept(SomeProgramme.Migration, corrected);
    }

    [Fact]
    public async Task CasesAndFigures_DoNotReplaceEachOther()
    {
        using var some = new SomeProgramme();
        Assert.True(some.Some.Store.Register(new Partner(SomeProgramme.Migration, "Kurum", "Agency") { LegalBasis = SomeReader.Terms.LegalBasis }).Succeeded);
        some.Some.Time.Day(2026, 4, 5);
        Receipt cases = await some.Accept(SomeProgramme.Migration, SomeAgencyFile.Bytes(SomeAgencyFile.Row()));
        Receipt figures = await some.Accept(SomeProgramme.Migration, SomeProgramme.File("TRN;2025-Q4;;;;;12"));
        IntakeOutcome[] wrong =
        [
            await some.Ingest(SomeProgramme.Migration, SomeProgramme.File("MEE;2025-Q4;;;;;1"), new IntakeOptions { Replaces = cases.Id, Reason = "no" }),
            await some.Ingest(SomeProgramme.Migration, SomeAgencyFile.Bytes(SomeAgencyFile.Row(("Dosya No", "2"))), new IntakeOptions { Replaces = figures.Id, Reason = "no" }),
            await some.Ingest(SomeProgramme.Helpline, SomeProgramme.File(Calls), new IntakeOptions { Replaces = figures.Id, Reason = "no" }),
        ];
        Assert.Equal(
            [StoreFailureCode.OtherContent, StoreFailureCode.OtherContent, StoreFailureCode.OtherPartnersUpload],
            wrong.Select(outcome => Assert.IsType<IntakeOutcome.Failed>(outcome).Code));
        Assert.Equal(2, Directory.GetFiles(some.Some.Cases).Length);
    }

    [Fact]
    public async Task FiguresOfAQuarter_SayNothingOfItsCases()
    {
        using var some = new SomeProgramme();
        Assert.True(some.Some.Store.ReportNothing(SomeProgramme.Helpline, "2025-Q3").Succeeded);
        await some.Accept(SomeProgramme.Helpline, SomeProgramme.File("CAL;2025-Q3;;Turkish;INF;;4", Calls[0]));
        Assert.Equal(UploadState.Active, Assert.Single(some.Some.Store.NilReturns().Value).State);
        Assert.True(some.Some.Store.ReportNothing(SomeProgramme.Helpline, "2025-Q4").Succeeded);
    }

    [Fact]
    public async Task Figures_LieEncrypted_AndAreReadByTheirOwnKeyOnly()
    {
        using var some = new SomeProgramme();
        Receipt receipt = await some.Accept(SomeProgramme.Helpline, SomeProgramme.File(Calls));
        some.Some.Reopen();
        StoredUpload upload = some.Some.Store.FindUpload(receipt.Id).Value;
        Assert.Equal([3, 41], some.Some.Store.Figures.Open(upload).Select(figure => figure.Value).Order());
        string path = Assert.Single(Directory.GetFiles(some.Some.Cases));
        byte[] bytes = File.ReadAllBytes(path);
        Assert.True(bytes.AsSpan().IndexOf("CAL"u8) < 0);

        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Equal(StoreFailureCode.FileDamaged, Assert.Throws<StoreException>(() => some.Some.Store.Figures.Open(upload)).Code);
        bytes[0] = FigureFile.SchemaVersion + 1;
        File.WriteAllBytes(path, bytes);
        Assert.Equal(StoreFailureCode.NewerSchemaVersion, Assert.Throws<StoreException>(() => some.Some.Store.Figures.Open(upload)).Code);
    }

    [Fact]
    public async Task InThePartnersOwnNetwork_FiguresAreCheckedWithoutAStore()
    {
        using var stream = new MemoryStream(SomeProgramme.File("TRN;2025-Q4;;;;;12", "TRN;2025-Q4;;;;;x"));
        ValidationReport report = await new FileValidator(SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, SomeReader.Clock)
            .ValidateAsync(stream, terms: null, TestContext.Current.CancellationToken);
        Assert.Equal(RuleCode.FigureInvalid, Assert.Single(report.Findings).Rule);
        Assert.Equal("indicators", report.Profile);
    }
}
