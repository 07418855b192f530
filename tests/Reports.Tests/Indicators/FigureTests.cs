using CsCheck;
using Publication.Tables;
using Reports.Indicators;

namespace Reports.Tests.Indicators;

public sealed class FigureTests
{
    private static readonly Gen<PublishedCell> Cell = Gen.OneOf(
        Gen.Int[0, 1000].Select(PublishedCell.Show),
        Gen.Const(PublishedCell.Hidden),
        Gen.Const(PublishedCell.NotApplicable),
        Gen.Const(PublishedCell.NotAvailable));

    [Fact]
    public void Derived_AreShownOnlyIfBothAre() => Gen.Select(Cell, Cell).Sample((a, b) =>
    {
        var change = Figure.Change(Figure.Of(a), Figure.Of(b));
        var share = Figure.Share(Figure.Of(a), Figure.Of(b));
        if (!a.IsShown || !b.IsShown)
        {
            Assert.False(change.IsShown);
            Assert.False(share.IsShown);
            Assert.Equal(change.State, share.State);
        }
        else
        {
            Assert.Equal(a.Value - b.Value, change.Value);
            Assert.Equal(b.Value != 0, share.IsShown);
        }
    });

    [Fact]
    public void StrictestMark_Wins() => Gen.Select(Cell, Cell).Sample((a, b) =>
    {
        var state = Figure.Change(Figure.Of(a), Figure.Of(b)).State;
        var states = new[] { a.State, b.State };
        var strictest = new[] { CellState.Hidden, CellState.NotAvailable, CellState.NotApplicable, CellState.Shown }.First(states.Contains);
        Assert.Equal(strictest, state);
    });

    [Fact]
    public void MarkedFigure_HasNoValueToRead() =>
        Assert.Throws<InvalidOperationException>(() => Figure.Of(PublishedCell.Hidden).Value);
}
