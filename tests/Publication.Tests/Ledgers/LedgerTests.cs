using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tests.Verification;
using Xunit;

namespace Publication.Tests.Ledgers;

public sealed class LedgerTests
{
    private static readonly ReleaseContent First = Bulletin.Content(Bulletin.FirstQuarter);
    private static readonly ReleaseContent Second = Bulletin.Content(Bulletin.Print(Bulletin.Sectors("second", Bulletin.In("q2")), "6", "6", "6", "6", "24"));
    private static readonly Ledger Two = Ledger.Empty.Append(First, Bulletin.Rules).Append(Second, Bulletin.Rules);

    [Fact]
    public void Appended_IsChained()
    {
        Assert.Equal(Ledger.Beginning, Two.Entries[0].PreviousHash);
        Assert.Equal(Two.Entries[0].Hash, Two.Entries[1].PreviousHash);
        Assert.Equal(Two.Entries[1].Hash, Two.Head);
        Assert.Null(Ledger.FirstBreak(Two.Entries));
    }

    [Fact]
    public void Append_LeavesTheEarlierLedgerAsItWas()
    {
        _ = Ledger.Empty.Append(First, Bulletin.Rules);

        Assert.Empty(Ledger.Empty.Entries);
        Assert.Equal(Ledger.Beginning, Ledger.Empty.Head);
    }

    [Fact]
    public void SameHistory_HasTheSameHead() =>
        Assert.Equal(Two.Head, Ledger.FromEntries(Two.Entries, []).Head);

    [Fact]
    public void EveryChange_BreaksTheChainWhereItIs()
    {
        var changed = new ReleaseContent(First.Header, First.Variables, First.Impossible, [Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "c", "c", "6", "5", "14")]);
        var stricter = Bulletin.Rules with { Identity = new RuleSetIdentity("hand", "02") };

        Assert.Equal(0, Ledger.FirstBreak([Two.Entries[0] with { Content = changed }, Two.Entries[1]]));
        Assert.Equal(0, Ledger.FirstBreak([Two.Entries[0] with { Rules = stricter }, Two.Entries[1]]));
        Assert.Equal(0, Ledger.FirstBreak([Two.Entries[1]]));
        Assert.Equal(0, Ledger.FirstBreak([Two.Entries[1], Two.Entries[0]]));
        Assert.Equal(1, Ledger.FirstBreak([Two.Entries[0], Two.Entries[0]]));
        Assert.Equal(1, Ledger.FirstBreak([Two.Entries[0], Two.Entries[1] with { Sequence = 3 }]));
        Assert.Equal(1, Ledger.FirstBreak([Two.Entries[0], Two.Entries[1] with { Hash = Ledger.Beginning }]));
        Assert.Equal(1, Ledger.FirstBreak([Two.Entries[0], Two.Entries[1] with { PreviousHash = Ledger.Beginning }]));
    }

    [Fact]
    public void BrokenChain_IsNotOpened()
    {
        var error = Assert.Throws<FormatException>(() => Ledger.FromEntries([Two.Entries[1]], []));

        Assert.Equal("The ledger is broken at entry 1.", error.Message);
    }
}
