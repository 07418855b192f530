using System.Text;
using Ingest.Tabular;
using Xunit;

namespace Ingest.Tests.Tabular;

internal static class SomeTable
{
    public static TabularFile Read(byte[] bytes, TabularOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        Assert.True(TabularReader.TryRead(stream, options ?? new TabularOptions(), TestContext.Current.CancellationToken, out TabularFile? file, out TabularFault fault), fault.ToString());
        return file;
    }

    public static TabularFile Read(string text, TabularOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static TabularFault Refuse(byte[] bytes, TabularOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        Assert.False(TabularReader.TryRead(stream, options ?? new TabularOptions(), TestContext.Current.CancellationToken, out TabularFile? file, out TabularFault fault));
        Assert.Null(file);
        return fault;
    }

    public static TabularFault Refuse(string text, TabularOptions? options = null) => Refuse(Encoding.UTF8.GetBytes(text), options);

    /// <summary>The cells of a column, decoded.</summary>
    public static string[] Cells(this TabularFile file, string column)
    {
        TabularColumn kept = file.Find(column)!;
        return [.. kept.Codes.ToArray().Select(code => kept.Values[code])];
    }
}
