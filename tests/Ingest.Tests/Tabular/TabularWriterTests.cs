using System.Text;
using Ingest.Tabular;
using Xunit;

namespace Ingest.Tests.Tabular;

public sealed class TabularWriterTests
{
    private static readonly string[] Texts = ["plain", "a,b", "\"quoted\"", "two\nlines", "", "İstanbul"];

    [Theory]
    [InlineData(TabularFormat.Csv)]
    [InlineData(TabularFormat.Arrow)]
    [InlineData(TabularFormat.Parquet)]
    public void WrittenTable_ReadsBackWithoutTheRowsLeftOut(TabularFormat format)
    {
        const int rows = 10_000;
        byte[] bytes = Write(format, rows, row => row % 3 == 1);
        TabularFile file = SomeTable.Read(bytes);
        string[] expected = [.. Enumerable.Range(0, rows).Where(row => row % 3 != 1).Select(row => Texts[row % Texts.Length])];
        Assert.Equal(["text", "other, column"], file.Header);
        Assert.Equal(expected, file.Cells("text"));
        Assert.All(file.Cells("other, column"), cell => Assert.Equal("x", cell));
    }

    [Theory]
    [InlineData(TabularFormat.Csv)]
    [InlineData(TabularFormat.Arrow)]
    [InlineData(TabularFormat.Parquet)]
    public void TableWithoutRows_HasItsHeader(TabularFormat format)
    {
        TabularFile file = SomeTable.Read(Write(format, 4, _ => true));
        Assert.Equal((0, 2), (file.Rows, file.Header.Count));
    }

    [Fact]
    public void Csv_IsAsTheContractSays() =>
        Assert.Equal("text,\"other, column\"\nplain,x\n\"a,b\",x\n\"\"\"quoted\"\"\",x\n", Encoding.UTF8.GetString(Write(TabularFormat.Csv, 3, null)));

    [Fact]
    public void EmptyCellAloneInItsRow_IsNoEmptyLine()
    {
        using var bytes = new MemoryStream();
        TabularWriter.Write(bytes, TabularFormat.Csv, [new("only", ["", "x"], (_, codes) => codes[0] = 1 - (codes[1] = 0))], rows: 2, null, TestContext.Current.CancellationToken);
        Assert.Equal("only\nx\n\"\"\n", Encoding.UTF8.GetString(bytes.ToArray()));
        Assert.Equal(["x", ""], SomeTable.Read(bytes.ToArray()).Cells("only"));
    }

    [Theory]
    [InlineData("a.csv", TabularFormat.Csv)]
    [InlineData("a.parquet", TabularFormat.Parquet)]
    [InlineData("a.arrow", TabularFormat.Arrow)]
    [InlineData("a.xlsx", null)]
    public void Format_IsToldByTheEnding(string name, TabularFormat? format) => Assert.Equal(format, TabularWriter.FormatOf(name));

    private static byte[] Write(TabularFormat format, int rows, Func<int, bool>? isLeftOut)
    {
        WrittenColumn[] columns =
        [
            new("text", Texts, (first, codes) =>
            {
                for (int i = 0; i < codes.Length; i++)
                {
                    codes[i] = (first + i) % Texts.Length;
                }
            }),
            new("other, column", ["x"], (_, codes) => codes.Clear()),
        ];
        using var bytes = new MemoryStream();
        TabularWriter.Write(bytes, format, columns, rows, isLeftOut, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
