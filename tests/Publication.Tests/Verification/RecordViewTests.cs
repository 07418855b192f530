using Publication.Verification;
using Xunit;

namespace Publication.Tests.Verification;

public sealed class RecordViewTests
{
    [Fact]
    public void OrderOfRowsColumnsAndPartners_IsNotKept()
    {
        var one = new RecordView("p", [Bulletin.Sector, Bulletin.Quarter], [[3, 0], [1, 1]], [4, 2], ["Q", "P"], [[1, 0], [2, 1]]);
        var other = new RecordView("p", [Bulletin.Quarter, Bulletin.Sector], [[1, 1], [0, 3]], [2, 4], ["P", "Q"], [[1, 2], [0, 1]]);

        foreach (var view in new[] { one, other })
        {
            Assert.Equal(["quarter", "sector"], view.Variables.Select(v => v.Name));
            Assert.Equal([[0, 3], [1, 1]], view.Atoms);
            Assert.Equal([4, 2], view.Counts);
            Assert.Equal(["P", "Q"], view.Partners);
            Assert.Equal([[2, 1], [1, 0]], view.PartnerCounts);
            Assert.Equal(1, view.IndexOf([1, 1]));
            Assert.Equal(-1, view.IndexOf([1, 0]));
        }
    }

    [Fact]
    public void SameAtomTwiceOrNobody_IsNoView()
    {
        Assert.Throws<ArgumentException>(() => new RecordView("p", [Bulletin.Sector], [[0], [0]], [1, 1], [], []));
        Assert.Throws<ArgumentException>(() => new RecordView("p", [Bulletin.Sector], [[0]], [0], [], []));
    }

    [Fact]
    public void Text_SaysNothing() => Assert.Equal("RecordView", Bulletin.Records().ToString());
}
