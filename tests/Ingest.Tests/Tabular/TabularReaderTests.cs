using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using CsCheck;
using Ingest.Tabular;
using ParquetSharp.Arrow;
using ParquetSharp.IO;
using Xunit;

namespace Ingest.Tests.Tabular;

public sealed class TabularReaderTests
{
    private static readonly string[] Odd = ["", "a", "İ", "ı", "*", "Male", "Female", "\"", "a,b", "two\nlines", " x "];

    private static readonly Gen<string> Cell = Gen.Int[0, 400].Select(i => i < Odd.Length ? Odd[i] : $"v{i}");

    [Fact]
    public void AnyCells_ComeBackAsWritten()
    {
        var tables = from columns in Gen.Int[2, 5] from rows in Cell.Array[columns].Array[0, 300] select (columns, rows);
        tables.Sample(table =>
        {
            string[] names = [.. Enumerable.Range(0, table.columns).Select(i => $"c{i}")];
            string text = string.Concat(table.rows.Prepend(names).Select(row => string.Join(',', row.Select(Quoted)) + "\n"));
            TabularFile file = SomeTable.Read(text);
            Assert.Equal(names, file.Header);
            Assert.Equal(table.rows.Length, file.Rows);
            for (int i = 0; i < table.columns; i++)
            {
                string[] expected = [.. table.rows.Select(row => row[i])];
                Assert.Equal(expected, file.Cells(names[i]));
                Assert.Equal(expected.Distinct(StringComparer.Ordinal), file.Columns[i].Values);
            }
        }, iter: 200);
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(257, 2)]
    [InlineData(70_000, 4)]
    public void CodesAreAsWideAsTheyMust(int distinct, int width)
    {
        string[] expected = [.. Enumerable.Range(0, distinct).Select(i => $"{i}"), "0", $"{distinct - 1}"];
        TabularFile file = SomeTable.Read("id,x\n" + string.Concat(expected.Select(value => value + ",\n")));
        Assert.Equal(width, file.Find("id")!.Codes.Width);
        Assert.Equal(expected, file.Cells("id"));
        Assert.Equal(distinct, file.Find("id")!.Distinct);
        Assert.Equal(width * expected.Length, file.Find("id")!.Codes.Stored.Length);
    }

    [Theory]
    [InlineData("\uFEFFa;b\r\n1;2\r\n")]
    [InlineData("a;b\n1;2")]
    [InlineData("a;b\n\n1;2\n\n\n")]
    public void MarkLineEndsAndEmptyLines_ChangeNothing(string text)
    {
        TabularFile file = SomeTable.Read(text, new TabularOptions { Delimiter = ';' });
        Assert.Equal(["a", "b"], file.Header);
        Assert.Equal(["1"], file.Cells("a"));
        Assert.Equal(["2"], file.Cells("b"));
    }

    [Fact]
    public void EmptyLineOfOneColumn_IsAnEmptyValue() => Assert.Equal(["x", "", "y"], SomeTable.Read("a\nx\n\ny\n").Cells("a"));

    [Fact]
    public void WithoutHeader_ColumnsAreNumbered()
    {
        TabularFile file = SomeTable.Read("1;0-4;*\n2;0-4;*\n", new TabularOptions { Delimiter = ';', HasHeader = false });
        Assert.Equal(["1", "2", "3"], file.Header);
        Assert.Equal(["0-4", "0-4"], file.Cells("2"));
    }

    [Fact]
    public void OnlySomeColumns_OthersAreNamedAlone()
    {
        TabularFile file = SomeTable.Read("a,b,c\n1,2,3\n", new TabularOptions { Only = new HashSet<string>(["c", "a"], StringComparer.Ordinal) });
        Assert.Equal(["a", "b", "c"], file.Header);
        Assert.Equal(["a", "c"], file.Columns.Select(c => c.Name));
        Assert.Null(file.Find("b"));
    }

    [Theory]
    [InlineData("", TabularFaultCode.Empty, 0, 0)]
    [InlineData("\uFEFF", TabularFaultCode.Empty, 0, 0)]
    [InlineData("a,,c\n", TabularFaultCode.HeaderEmpty, 1, 2)]
    [InlineData("a,b,a\n", TabularFaultCode.HeaderRepeated, 1, 3)]
    [InlineData("a,b\n1,2\n1\n", TabularFaultCode.Ragged, 3, 0)]
    [InlineData("a,b\n1,2,3\n", TabularFaultCode.Ragged, 2, 0)]
    [InlineData("a,b\n1,2\n1,\"2\n", TabularFaultCode.QuoteUnclosed, 3, 0)]
    [InlineData("%PDF-1.7", TabularFaultCode.Unreadable, 0, 0)]
    public void WrongFile_IsRefusedWithItsPlace(string text, TabularFaultCode code, int row, int column) =>
        Assert.Equal(new TabularFault(code, row, column), SomeTable.Refuse(text));

    [Fact]
    public void BytesThatAreNotUtf8_AreRefusedWhereTheyFirstOccur()
    {
        Assert.Equal(new TabularFault(TabularFaultCode.NotUtf8, 3, 2), SomeTable.Refuse([.. "a,b\n1,2\n1,"u8, 0xFD, .. "\n"u8]));
        Assert.Equal(new TabularFault(TabularFaultCode.NotUtf8, 1, 1), SomeTable.Refuse([0xFD, .. ",b\n1,2\n"u8]));
    }

    [Fact]
    public void RowThatIsTooLong_IsRefused() =>
        Assert.Equal(TabularFaultCode.RowTooLong, SomeTable.Refuse("a,b\n1," + new string('x', 200_000) + "\n", new TabularOptions { RowBytes = 1000 }).Code);

    [Fact]
    public void MissingFile_IsAFault()
    {
        Assert.False(TabularReader.TryRead(Path.Combine(Path.GetTempPath(), "no-such-folder", "x.csv"), new TabularOptions(), TestContext.Current.CancellationToken, out _, out TabularFault fault));
        Assert.Equal(TabularFaultCode.Unopenable, fault.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ColumnarFile_ReadsAsTheSameTextDoes(bool parquet)
    {
        using RecordBatch batch = SomeBatch();
        TabularFile file = SomeTable.Read(parquet ? Parquet(batch) : await ArrowAsync(batch));
        Assert.Equal(["name", "age", "score", "ok"], file.Header);
        Assert.Equal(["İpek", "", "İpek"], file.Cells("name"));
        Assert.Equal(["3", "-4", ""], file.Cells("age"));
        Assert.Equal(["0.5", "1E+20", "2"], file.Cells("score"));
        Assert.Equal(["true", "false", "true"], file.Cells("ok"));
    }

    [Fact]
    public async Task CodedColumn_IsReadByItsValues()
    {
        var coded = new DictionaryArray(
            new DictionaryType(Int8Type.Default, StringType.Default, ordered: false),
            new Int8Array.Builder().Append(1).Append(0).AppendNull().Append(1).Build(),
            new StringArray.Builder().Append("x").Append("y").Append("unused").Build());
        using var batch = new RecordBatch(new Apache.Arrow.Schema([new Field("c", coded.Data.DataType, nullable: true)], null), [coded], 4);
        TabularFile file = SomeTable.Read(await ArrowAsync(batch));
        Assert.Equal(["y", "x", "", "y"], file.Cells("c"));
        Assert.Equal(["y", "x", ""], file.Columns[0].Values);
    }

    [Fact]
    public async Task TypeWithoutText_IsRefused()
    {
        using var batch = new RecordBatch(
            new Apache.Arrow.Schema([new Field("b", BinaryType.Default, nullable: true)], null), [new BinaryArray.Builder().Append([1]).Build()], 1);
        Assert.Equal(new TabularFault(TabularFaultCode.TypeUnsupported, 1, 1), SomeTable.Refuse(await ArrowAsync(batch)));
    }

    [Fact]
    public void DamagedColumnarFile_IsAFault() => Assert.Equal(TabularFaultCode.Unreadable, SomeTable.Refuse([.. "PAR1"u8, .. new byte[100]]).Code);

    private static RecordBatch SomeBatch() => new RecordBatch.Builder()
        .Append("name", nullable: true, new StringArray.Builder().Append("İpek").AppendNull().Append("İpek").Build())
        .Append("age", nullable: true, new Int64Array.Builder().Append(3).Append(-4).AppendNull().Build())
        .Append("score", nullable: false, new DoubleArray.Builder().Append(0.5).Append(1e20).Append(2).Build())
        .Append("ok", nullable: false, new BooleanArray.Builder().Append(true).Append(false).Append(true).Build())
        .Build();

    private static async Task<byte[]> ArrowAsync(RecordBatch batch)
    {
        using var bytes = new MemoryStream();
        using (var writer = new ArrowFileWriter(bytes, batch.Schema, leaveOpen: true))
        {
            await writer.WriteRecordBatchAsync(batch);
            await writer.WriteEndAsync();
        }

        return bytes.ToArray();
    }

    private static byte[] Parquet(RecordBatch batch)
    {
        using var bytes = new MemoryStream();
        using (var access = new ManagedOutputStream(bytes, leaveOpen: true))
        using (var writer = new FileWriter(access, batch.Schema))
        {
            writer.WriteRecordBatch(batch);
            writer.Close();
        }

        return bytes.ToArray();
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n") ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
}
