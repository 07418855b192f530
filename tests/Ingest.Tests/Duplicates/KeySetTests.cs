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
        byte[] keys = [.. Enumerable.Range(0, 50_000).SelectMany(i => SHA256.HashData(BitConverter.GetBytes(i)))];
        bool[] repeated = new bool[50_000];
        set.Add(keys, 32, repeated);
        Assert.DoesNotContain(true, repeated);
        set.Add(keys, 32, repeated);
        Assert.DoesNotContain(false, repeated);
    }

    [Fact]
    public void RepeatedInTheSameCall_FirstIsNew()
    {
        byte[] key = SHA256.HashData([1]);
        bool[] repeated = new bool[3];
        new KeySet().Add([.. key, .. key, .. SHA256.HashData([2])], 32, repeated);
        Assert.Equal([false, true, false], repeated);
    }

    [Fact]
    public void NoKey_IsAlwaysNew_AndWhatWasFoundBeforeStays()
    {
        bool[] repeated = [false, true];
        new KeySet().Add(new byte[64], 32, repeated);
        Assert.Equal([false, true], repeated);
    }
}
