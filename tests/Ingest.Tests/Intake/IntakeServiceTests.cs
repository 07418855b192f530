using System.Text;
using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Formats;
using Ingest.Intake;
using Ingest.Rules;
using Ingest.Storage;
using Ingest.Tests.Reading;
using Ingest.Tests.Storage;
using Xunit;

namespace Ingest.Tests.Intake;

public sealed class IntakeServiceTests
{
    private static readonly PartnerId Partner = new("P1");

    [Fact]
    public async Task GoodFile_AcceptedOnce_SameReceiptAgain()
    {
        using SomeStore some = Store();
        byte[] file = SomeAgencyFile.Bytes(SomeAgencyFile.Row(), SomeAgencyFile.Row(("Dosya No", "2026/0002"), ("Kayıt Tarihi", "2025")));
        var first = Assert.IsType<IntakeOutcome.Accepted>(await Ingest(some, file));
        var second = Assert.IsType<IntakeOutcome.Accepted>(await Ingest(some, file));

        Assert.False(first.WasKnown);
        Assert.True(second.WasKnown);
        Assert.Equal(first.Receipt.Id, second.Receipt.Id);
        Assert.Equal((2, 2, 1, 1), (first.Receipt.RowsRead, first.Receipt.RowsAccepted, first.Receipt.YearOnly, first.Receipt.DuplicatesInFile));
        Assert.Equal(file.Length, first.Receipt.SizeBytes);
        Assert.Equal([new RowCount("2026-Q1", 1)], first.Receipt.Quarters);
        Assert.True(ReceiptSignature.Verify(second.Receipt, SomeStore.Keys));
    }

    [Fact]
    public async Task FaultyRow_RefusedWhole_OrSetAsideOnRequest()
    {
        using SomeStore some = Store();
        byte[] file = SomeAgencyFile.Bytes(SomeAgencyFile.Row(), SomeAgencyFile.Row(("Dosya No", "2026/0002"), ("Uyruğu", "Atlantis")));
        var refused = Assert.IsType<IntakeOutcome.Rejected>(await Ingest(some, file));
        Assert.Contains(refused.Report.Findings, finding => finding.Rule == RuleCode.CodeUnknown);
        Assert.Empty(some.Store.Uploads().Value);
        Assert.Empty(Directory.GetFiles(some.Cases));

        var accepted = Assert.IsType<IntakeOutcome.Accepted>(await Ingest(some, file, new IntakeOptions { AcceptWithoutFaultyRows = true }));
        Assert.Equal((2, 1), (accepted.Receipt.RowsRead, accepted.Receipt.RowsAccepted));
        Assert.Equal([new RowCount("faulty", 1)], accepted.Receipt.SetAside);
    }

    [Fact]
    public async Task UnreadableFile_RefusedThoughFaultyRowsAreAllowed()
    {
        using SomeStore some = Store();
        var refused = Assert.IsType<IntakeOutcome.Rejected>(
            await Ingest(some, Encoding.UTF8.GetBytes("not a table"), new IntakeOptions { AcceptWithoutFaultyRows = true }));
        Assert.False(refused.Report.IsReadable);
        Assert.Empty(Directory.GetFiles(some.Cases));
    }

    [Fact]
    public async Task TooLargeFile_Refused()
    {
        using SomeStore some = Store();
        var service = new IntakeService(
            some.Store, SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, SomeReader.Clock, new ReadLimits { FileBytes = 100 });
        using var file = new MemoryStream(SomeAgencyFile.Bytes(SomeAgencyFile.Row()));
        var refused = Assert.IsType<IntakeOutcome.Rejected>(await service.IngestAsync(file, Partner, new(), TestContext.Current.CancellationToken));
        Assert.Contains(refused.Report.Findings, finding => finding.Rule == RuleCode.FileTooLarge);
    }

    [Fact]
    public async Task PartnerNotRegistered_Failed()
    {
        using var some = new SomeStore();
        var failed = Assert.IsType<IntakeOutcome.Failed>(await Ingest(some, SomeAgencyFile.Bytes(SomeAgencyFile.Row())));
        Assert.Equal(StoreFailureCode.UnknownPartner, failed.Code);
    }

    [Fact]
    public async Task Replacement_CountsInsteadOfTheFirst()
    {
        using SomeStore some = Store();
        var first = Assert.IsType<IntakeOutcome.Accepted>(await Ingest(some, SomeAgencyFile.Bytes(SomeAgencyFile.Row())));
        var options = new IntakeOptions { Replaces = first.Receipt.Id, Reason = "wrong sector" };
        var second = Assert.IsType<IntakeOutcome.Accepted>(
            await Ingest(some, SomeAgencyFile.Bytes(SomeAgencyFile.Row(("Sektör", "Tarım"))), options));
        Assert.Equal(first.Receipt.Id, second.Receipt.Replaces);
        Assert.Equal(
            StoreFailureCode.UploadNotActive,
            Assert.IsType<IntakeOutcome.Failed>(await Ingest(some, SomeAgencyFile.Bytes(SomeAgencyFile.Row(("Sektör", "İnşaat"))), options)).Code);
        using Apache.Arrow.RecordBatch batch = new PopulationCounter(some.Store, SomeReader.Lists, QuarterRule.AlwaysOpen)
            .Count(Population.Victims, [new("sector")], null, CancellationToken.None).Value;
        Assert.Equal(["AGR|1|0|0|1"], Counting.Counted.Lines(batch));
        await Assert.ThrowsAsync<ArgumentException>(() => Ingest(some, [1], new IntakeOptions { Replaces = first.Receipt.Id }));
    }

    [Fact]
    public async Task Cancelled_NothingIsLeft()
    {
        using SomeStore some = Store();
        using var file = new CancellingStream(SomeAgencyFile.Bytes([.. Enumerable.Range(1, 5000).Select(i => SomeAgencyFile.Row(("Dosya No", $"{i}")))]));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service(some).IngestAsync(file, Partner, new(), file.Token));
        Assert.Empty(some.Store.Uploads().Value);
        Assert.Empty(Directory.GetFiles(some.Cases));
    }

    [Fact]
    public async Task Validated_NothingIsKept()
    {
        using SomeStore some = Store();
        using var file = new MemoryStream(SomeAgencyFile.Bytes(SomeAgencyFile.Row()));
        Assert.True((await Service(some).ValidateAsync(file, Partner, CancellationToken.None)).Value.IsAcceptable);
        Assert.Empty(some.Store.Uploads().Value);
        Assert.Empty(Directory.GetFiles(some.Cases));
    }

    /// <summary>Names, numbers and free text of a file are nowhere in the store, the receipt, the report or a failure.</summary>
    [Fact]
    public async Task PlantedValues_AreNowhereInTheStore()
    {
        using SomeStore some = Store();
        string[] canaries = ["KanaryaAdı Soyadı", "KANARYA-2026-77", "kanarya sokağı 5"];
        byte[] file = SomeAgencyFile.Bytes(SomeAgencyFile.Row(("Adı Soyadı", canaries[0]), ("Dosya No", canaries[1]), ("Açıklama", canaries[2])));
        var accepted = Assert.IsType<IntakeOutcome.Accepted>(await Ingest(some, file));
        string said = accepted + accepted.Receipt.ToString() + accepted.Report;
        some.Store.Dispose();
        foreach (string canary in canaries)
        {
            Assert.DoesNotContain(canary, said, StringComparison.OrdinalIgnoreCase);
            foreach (string path in Directory.GetFiles(some.Folder, "*", SearchOption.AllDirectories))
            {
                Assert.True(File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) < 0, Path.GetFileName(path));
                Assert.DoesNotContain(canary, path, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static SomeStore Store()
    {
        var some = new SomeStore();
        Assert.True(some.Store.Register(new Partner(Partner, "Kurum", "Agency") { LegalBasis = SomeReader.Terms.LegalBasis }).Succeeded);
        return some;
    }

    private static IntakeService Service(SomeStore some) =>
        new(some.Store, SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, SomeReader.Clock);

    private static async Task<IntakeOutcome> Ingest(SomeStore some, byte[] file, IntakeOptions? options = null)
    {
        using var stream = new MemoryStream(file);
        return await Service(some).IngestAsync(stream, Partner, options ?? new(), TestContext.Current.CancellationToken);
    }
}
