using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Publication.Tests.Verification;

/// <summary>A public proof is read by strangers and written by anybody: it is believed where it adds up, and refused, never followed, where it does not.</summary>
public sealed class PublicProofVerifierTests
{
    private static readonly ReleaseContent Content = Bulletin.Content(Bulletin.FirstQuarter);

    /// <summary>An invented population with the published figures: 8 persons in s4, 6 in s3, and none in s1 and s2.</summary>
    private static readonly int[][] Base = [[0, 2, 6], [0, 3, 8]];

    [Fact]
    public void ProofThatAddsUp_IsBelieved() => Assert.Empty(Verify(Base, Cells()));

    [Fact]
    public void CompleteProof_ProvesEveryHiddenCell()
    {
        Assert.NotEmpty(Verify(Base, Cells()[..2]));
        Assert.Empty(Verify(Base, Cells()[..2], isComplete: false));
    }

    [Theory]
    [InlineData(0, 2, 5)]
    [InlineData(0, 2, 7)]
    [InlineData(0, 2, 0)]
    [InlineData(0, 2, -6)]
    [InlineData(0, 9, 6)]
    [InlineData(-1, 2, 6)]
    [InlineData(0, 3, 6)]
    public void BaseThatDoesNotGiveTheFigures_IsRefused(int quarter, int sector, int count) => Assert.NotEmpty(Verify([[quarter, sector, count], Base[1]], Cells()));

    [Fact]
    public void ShortRows_AreRefused()
    {
        Assert.NotEmpty(Verify([[0, 2], Base[1]], Cells()));
        Assert.NotEmpty(Verify(Base, [.. Cells()[1..], Cells()[0] with { Upper = [[0, 0]] }]));
        Assert.NotEmpty(Verify(Base, [.. Cells()[1..], Cells()[0] with { Upper = [[]] }]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    [InlineData(0)]
    public void RangeWithinTheRareCounts_ProvesNothing(int upper)
    {
        // From 1 (the changed base) to at most 2: a reader would still know that the figure is rare.
        int[][] one = [[0, 0, 1], [0, 3, -1]];
        int[][] more = [[0, 0, upper], [0, 3, -upper]];

        Assert.NotEmpty(Verify(Base, [.. Cells()[1..], Cells()[0] with { Lower = one, Upper = more }]));
    }

    [Fact]
    public void ChangeThatMovesAPublishedFigure_ProvesNothing() =>
        Assert.NotEmpty(Verify(Base, [.. Cells()[1..], Cells()[0] with { Upper = [[0, 0, 5], [0, 2, -5]] }]));

    [Fact]
    public void ProofOfAnotherRelease_OrOfAShownCell_IsRefused()
    {
        Assert.NotEmpty(PublicProofVerifier.Verify(Content, Proof("2025-Q2.1", true, Base, Cells()), Bulletin.Rules, Ledger.Empty));
        Assert.NotEmpty(Verify(Base, [.. Cells(), Cells()[0] with { Cell = "victims;quarter=q1;sector=s3" }]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"schemaVersion":1,"release":"2025-Q1.1","complete":true,"populations":null}""")]
    [InlineData("""{"schemaVersion":1,"release":"2025-Q1.1","complete":true,"populations":[null]}""")]
    [InlineData("""{"schemaVersion":1,"release":"2025-Q1.1","complete":true,"populations":[{"name":"victims","variables":[null],"base":[],"cells":[]}]}""")]
    [InlineData("""{"schemaVersion":1,"release":"2025-Q1.1","complete":true,"populations":[{"name":"victims","variables":[],"base":[null],"cells":[]}]}""")]
    [InlineData("""{"schemaVersion":1,"release":"2025-Q1.1","complete":true,"populations":[{"name":"victims","variables":[],"base":[],"cells":[null]}]}""")]
    [InlineData("""{"schemaVersion":1,"release":"2025-Q1.1","complete":true,"populations":[{"name":"victims","variables":[{"name":"a","leaves":["x","x"]}],"base":[],"cells":[]}]}""")]
    [InlineData("""{"schemaVersion":1,"release":"2025-Q1.1","complete":true,"populations":[{"name":"victims","variables":[{"name":"a","leaves":["x"]},{"name":"a","leaves":["x"]}],"base":[],"cells":[]}]}""")]
    public void AnythingElse_IsRefused(string json) =>
        Assert.NotEmpty(PublicProofVerifier.Verify(Content, new PublicProof(System.Text.Encoding.UTF8.GetBytes(json), isComplete: true), Bulletin.Rules, Ledger.Empty));

    private static PublicProofDocument.CellPart[] Cells() =>
    [
        new("victims;quarter=q1;sector=s1", [], [[0, 0, 5], [0, 3, -5]]),
        new("victims;quarter=q1;sector=s2", [], [[0, 1, 8], [0, 3, -8]]),
        new("victims;quarter=q1;sector=s4", [[0, 1, 8], [0, 3, -8]], []),
    ];

    private static IReadOnlyList<Finding> Verify(int[][] people, PublicProofDocument.CellPart[] cells, bool isComplete = true) =>
        PublicProofVerifier.Verify(Content, Proof(Content.Header.Id, isComplete, people, cells), Bulletin.Rules, Ledger.Empty);

    private static PublicProof Proof(string release, bool isComplete, int[][] people, PublicProofDocument.CellPart[] cells)
    {
        PublicProofDocument.VariablePart[] variables = [.. new[] { Bulletin.Quarter, Bulletin.Sector }.Select(v => new PublicProofDocument.VariablePart(v.Name, [.. v.Leaves.Select(l => l.Code)]))];
        var document = new PublicProofDocument(1, release, isComplete, [new(Bulletin.Population, variables, people, cells)]);
        return new PublicProof(document.Write(), isComplete);
    }
}
