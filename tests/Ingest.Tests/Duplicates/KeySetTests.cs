using System.Security.Cryptography;
using Ingest.Duplicates;
using Xunit;

namespace Ingest.Tests.Duplicates;

public sealed class KeySetTests
{
    [Fact]
    public void ManyKeys_EachNewOnce()
    {
        var set = new KeySet();
        byte[][] keys = [.. Enumerable.Range(0, 50_000).Select(i => SHA256.HashData(BitConverter.GetBytes(i)))];
        Assert.All(keys, key => Assert.True(set.Add(key)));
        Assert.All(keys, key => Assert.False(set.Add(key)));
    }

    [Fact]
    public void NoKey_IsAlwaysNew()
    {
        var set = new KeySet();
        Assert.True(set.Add(new byte[32]));
        Assert.True(set.Add(new byte[32]));
    }
}
