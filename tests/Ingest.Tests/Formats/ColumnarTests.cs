using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Ingest.Cases;
using Ingest.Formats;
using Ingest.Formats.Columnar;
using Ingest.Intake;
using Ingest.Rules;
using Ingest.Tests.Reading;
using ParquetSharp.Arrow;
using Xunit;

namespace Ingest.Tests.Formats;

public sealed class ColumnarTests
{
    [Theory]
    [InlineData("arrow")]
    [InlineData("stream")]
    [InlineData("parquet")]
    public void ColumnarFile_ReadsAsTheSameTextFileDoes(string format)
    {
        string[] rows = [SomeAgencyFile.Row(), SomeAgencyFile.Row(("Dosya No", "2"), ("Kayıt Tarihi", "2026-03-06"), ("Cinsiyet", "Erkek"))];
        IReadOnlyList<SomeCase> fromText = SomeReader.Read(SomeAgencyFile.Of(rows)).Cases;
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(Write(format, Batch(rows)));
        Assert.True(report.IsAcceptable);
        Assert.Equal(fromText.Select(c => (c.Row, c.CaseKey, c[CaseColumn.Sector], c[CaseColumn.Group])), cases.Select(c => (c.Row, c.CaseKey, c[CaseColumn.Sector], c[CaseColumn.Group])));
    }

    [Theory]
    [InlineData("arrow")]
    [InlineData("stream")]
    [InlineData("parquet")]
    public void TypedColumns_AreReadByTheirType(string format)
    {
        RecordBatch batch = new RecordBatch.Builder()
            .Append("Dosya No", nullable: false, new Int32Array.Builder().Append(17).Build())
            .Append("Kayıt Tarihi", nullable: true, new Date32Array.Builder().Append(new DateOnly(2026, 3, 5)).Build())
            .Append("Cinsiyet", nullable: true, Dictionary("Kadın"))
            .Append("Sömürü Türü", nullable: true, new StringArray.Builder().AppendNull().Build())
            .Append("Sektör", nullable: true, new StringArray.Builder().Append("Zorla fuhuş").Build())
            .Append("Sığınma Evi", nullable: true, new BooleanArray.Builder().Append(true).Build())
            .Append("Yaş", nullable: true, new Int64Array.Builder().Append(31).Build())
            .Build();
        SomeCase c = Assert.Single(SomeReader.Read(Write(format, batch)).Cases);
        Assert.Equal(("FSX", "SEX", "WOM", "A30"), (c[CaseColumn.Sector], c[CaseColumn.Form], c[CaseColumn.Group], c[CaseColumn.Age]));
        Assert.Equal(("SHE", "2026-Q1"), (c[SetColumn.Services], c[PeriodColumn.Registered]));
    }

    [Theory]
    [InlineData("arrow")]
    [InlineData("stream")]
    [InlineData("parquet")]
    public void Truncated_IsUnreadableAndNeverAnException(string format)
    {
        byte[] file = Write(format, Batch(SomeAgencyFile.Row()));
        for (int length = 8; length < file.Length - 8; length += 97)
        {
            ValidationReport report = SomeReader.Read(file[..length]).Report;
            Assert.False(report.IsReadable, $"cut at {length}");
        }
    }

    [Theory]
    [InlineData("arrow")]
    [InlineData("stream")]
    [InlineData("parquet")]
    public void Damaged_IsReadOrUnreadableAndNeverAnException(string format)
    {
        byte[] file = Write(format, Batch(SomeAgencyFile.Row(), SomeAgencyFile.Row(("Dosya No", "2"))));
        var random = new Random(20261128);
        int unreadable = 0;
        for (int round = 0; round < 400; round++)
        {
            byte[] damaged = [.. file];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                damaged[random.Next(8, damaged.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : byte.MaxValue;
            }

            ValidationReport report = SomeReader.Read(damaged).Report;
            unreadable += report.IsReadable ? 0 : 1;
        }

        Assert.InRange(unreadable, 20, 399);
    }

    [Fact]
    public async Task Parquet_IsReadOnTheThreadThatAsksForIt()
    {
        int asking = Environment.CurrentManagedThreadId;
        using var file = new WatchedStream(Write("parquet", Batch([.. Enumerable.Repeat(SomeAgencyFile.Row(), 3000)])));
        using (IArrowArrayStream batches = RecordBatches.Open(file, FileFormat.Parquet))
        {
            int rows = 0;
            while (await batches.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken) is { } batch)
            {
                rows += batch.Length;
                batch.Dispose();
            }

            Assert.Equal(3000, rows);
        }

        Assert.Equal([asking], file.Readers);
    }

    [Fact]
    public void ParquetLargerThanTheLimits_IsRefusedByItsFooter()
    {
        byte[] file = Write("parquet", Batch([.. Enumerable.Repeat(SomeAgencyFile.Row(), 100)]));
        Assert.Contains(SomeReader.Read(file, limits: new ReadLimits { Rows = 50 }).Report.Findings, f => f.Rule == RuleCode.TooManyRows);
        Assert.Contains(SomeReader.Read(file, limits: new ReadLimits { Columns = 5 }).Report.Findings, f => f.Rule == RuleCode.TooManyColumns);
        Assert.Contains(SomeReader.Read(file, limits: new ReadLimits { UnpackedBytes = 50 }).Report.Findings, f => f.Rule == RuleCode.ArchiveTooLarge);
    }

    [Fact]
    public void NestedColumn_IsUnreadable()
    {
        var list = new ListArray.Builder(StringType.Default);
        list.Append();
        ((StringArray.Builder)list.ValueBuilder).Append("x");
        RecordBatch batch = new RecordBatch.Builder()
            .Append("Dosya No", false, new StringArray.Builder().Append("1").Build())
            .Append("Kayıt Tarihi", false, new StringArray.Builder().Append("05.03.2026").Build())
            .Append("Cinsiyet", false, new StringArray.Builder().Append("Kadın").Build())
            .Append("Sömürü Türü", false, list.Build())
            .Build();
        Assert.Contains(SomeReader.Read(Write("arrow", batch)).Report.Findings, f => f.Rule == RuleCode.TableUnreadable);
    }

    private static RecordBatch Batch(params string[] rows)
    {
        var batch = new RecordBatch.Builder();
        string[] headings = SomeAgencyFile.Heading.Split(';');
        for (int column = 0; column < headings.Length; column++)
        {
            batch.Append(headings[column], nullable: true, new StringArray.Builder().AppendRange(rows.Select(row => row.Split(';')[column])).Build());
        }

        return batch.Build();
    }

    private static DictionaryArray Dictionary(string value) => new(
        new DictionaryType(Int8Type.Default, StringType.Default, ordered: false),
        new Int8Array.Builder().Append(0).Build(),
        new StringArray.Builder().Append(value).Build());

    private static byte[] Write(string format, RecordBatch batch)
    {
        using var file = new MemoryStream();
        switch (format)
        {
            case "parquet":
                using (var writer = new FileWriter(file, batch.Schema))
                {
                    writer.WriteRecordBatch(batch);
                    writer.Close();
                }

                break;
            case "stream":
                using (var writer = new ArrowStreamWriter(file, batch.Schema, leaveOpen: true))
                {
                    writer.WriteRecordBatch(batch);
                    writer.WriteEnd();
                }

                break;
            default:
                using (var writer = new ArrowFileWriter(file, batch.Schema, leaveOpen: true))
                {
                    writer.WriteRecordBatch(batch);
                    writer.WriteEnd();
                }

                break;
        }

        return file.ToArray();
    }
}
