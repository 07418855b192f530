using Ingest.Pseudonymise;
using Xunit;

namespace Ingest.Tests.Pseudonymise;

public sealed class KeyRingTests
{
    [Fact]
    public void NewText_ReadsBack()
    {
        Assert.True(KeyRing.TryRead(KeyRing.NewText("k1"), out KeyRing? ring, out KeyFault fault));
        Assert.Equal(KeyFault.None, fault);
        Assert.Equal("k1", ring.CurrentId);
        Assert.Equal(32, ring.Current(KeyPurpose.CaseKey).Length);
    }

    [Fact]
    public void Purposes_HaveDifferentKeys()
    {
        KeyRing ring = KeyRing.FromSeed("k1", "test");
        string[] keys = [.. Enum.GetValues<KeyPurpose>().Select(purpose => Convert.ToHexString(ring.Current(purpose)))];
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"schemaVersion":2,"current":"a","pseudonym":"a","keys":[]}""")]
    [InlineData("""{"schemaVersion":1,"current":"a","pseudonym":"a","keys":[{"id":"a","secret":"AAAA"}]}""")]
    [InlineData("""{"schemaVersion":1,"current":"b","pseudonym":"b","keys":[{"id":"a","secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""")]
    [InlineData("""{"schemaVersion":1,"current":"../a","pseudonym":"../a","keys":[{"id":"../a","secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""")]
    public void BrokenText_IsMalformed(string text)
    {
        Assert.False(KeyRing.TryRead(text, out _, out KeyFault fault));
        Assert.Equal(KeyFault.Malformed, fault);
    }

    [Fact]
    public void AbsentFile_IsMissing()
    {
        Assert.False(KeyRing.TryLoadFile(Path.Combine(Path.GetTempPath(), "no-such-folder", "keys.json"), out _, out KeyFault fault));
        Assert.Equal(KeyFault.Missing, fault);
    }

    [Fact]
    public void UnknownId_HasNoKey() => Assert.Null(KeyRing.FromSeed("k1", "test").Derive("k2", KeyPurpose.StoreFile));

    [Fact]
    public void ToString_TellsNothing() => Assert.Equal("KeyRing", KeyRing.FromSeed("k1", "test").ToString());
}
