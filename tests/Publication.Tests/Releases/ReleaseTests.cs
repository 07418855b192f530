using Publication.Releases;
using Publication.Tests.Verification;
using Xunit;

namespace Publication.Tests.Releases;

public sealed class ReleaseTests
{
    private static readonly SealingKey Key = new("k1", new byte[32]);
    private static readonly PublicProof Proof = new(ReadOnlyMemory<byte>.Empty, isComplete: false);

    [Fact]
    public void PublishedRelease_OpensUnderItsSeal()
    {
        var release = Publish();
        var opened = Release.Open(ReleaseSerializer.Write(release.Content), release.Seal, Proof, Key);

        Assert.NotNull(opened);
        Assert.Equal(ReleaseSerializer.Write(release.Content), ReleaseSerializer.Write(opened.Content));
    }

    [Fact]
    public void EveryChangedByte_BreaksTheSeal()
    {
        var release = Publish();
        var bytes = ReleaseSerializer.Write(release.Content);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.Null(Release.Open(bytes, release.Seal, Proof, Key));
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void OtherKeyOrKeyId_DoesNotOpen()
    {
        var release = Publish();
        var bytes = ReleaseSerializer.Write(release.Content);
        var otherBytes = new byte[32];
        otherBytes[31] = 1;

        Assert.Null(Release.Open(bytes, release.Seal, Proof, new SealingKey("k1", otherBytes)));
        Assert.Null(Release.Open(bytes, release.Seal, Proof, new SealingKey("k2", new byte[32])));
        Assert.Null(Release.Open(bytes, release.Seal with { Mac = "" }, Proof, Key));
    }

    [Fact]
    public void ShortKey_IsNoKey() => Assert.Throws<ArgumentException>(() => new SealingKey("k", new byte[31]));

    [Theory]
    [InlineData("ayşe", "ayşe")]
    [InlineData("ayse", "AYSE")]
    public void Drafter_MayNotApprove(string drafter, string approver) => Assert.Null(Verified().Approve(drafter, approver));

    [Fact]
    public void ReleaseTypes_AreMadeByTheChainAlone()
    {
        Assert.All(
            new[] { typeof(Release), typeof(ApprovedRelease), typeof(VerifiedRelease), typeof(ReleaseContent) },
            type => Assert.DoesNotContain(type.GetConstructors(), c => c.IsPublic));
    }

    private static VerifiedRelease Verified() => Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), Bulletin.EveryWitness).Verified!;

    private static Release Publish() => Release.Publish(Verified().Approve("drafter", "approver")!, Proof, Key);
}
