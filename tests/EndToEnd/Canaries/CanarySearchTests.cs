using System.Net;
using System.Text;
using System.Text.Json;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Canaries;

/// <summary>The search finds what is there, in every form it looks for, and nothing else: otherwise what it does not find would say nothing.</summary>
public sealed class CanarySearchTests
{
    private readonly CanarySearch _search = new(Canary.All);

    [Fact]
    public void Search_FindsEveryCanaryInEveryForm()
    {
        Assert.All(Canary.All, canary => Assert.All(CanarySearch.Encodings, encoding => Assert.All(Forms(encoding.GetBytes(canary)), form => Assert.NotEmpty(_search.In("a", form)))));
        Assert.All(Canary.All, canary => Assert.NotEmpty(_search.In("a", Encoding.UTF8.GetBytes(WebUtility.HtmlEncode(canary)))));
        Assert.All(Canary.All, canary => Assert.NotEmpty(_search.In("a", Encoding.UTF8.GetBytes(Uri.EscapeDataString(canary)))));
        Assert.All(Canary.All, canary => Assert.NotEmpty(_search.In("a", JsonSerializer.SerializeToUtf8Bytes(canary))));
    }

    [Fact]
    public void Search_LooksIntoWorkbooksAndFindsNothingElsewhere()
    {
        Assert.NotEmpty(_search.In("a", AgencyFile.Workbook(Canary.Good(1))));
        Assert.NotEmpty(_search.In("a", Canary.WithOwnColumn([])));
        Assert.All(Canary.Faulty, row => Assert.NotEmpty(_search.In("a", Encoding.UTF8.GetBytes(row))));
        Assert.Empty(_search.In("a", AgencyFile.Workbook(AgencyFile.Rows(50))));
        Assert.Empty(_search.In("a", AgencyFile.Text(AgencyFile.Rows(50))));
    }

    private static IEnumerable<byte[]> Forms(byte[] bytes)
    {
        yield return [1, 2, .. bytes, 3];
        yield return Encoding.ASCII.GetBytes("x" + Convert.ToHexString(bytes));
        yield return Encoding.ASCII.GetBytes("x" + Convert.ToHexStringLower(bytes));
        for (var before = 0; before < 3; before++)
        {
            yield return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. Enumerable.Repeat((byte)200, before), .. bytes, 77]));
        }
    }
}
