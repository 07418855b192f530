using System.Security.Cryptography;
using System.Text;
using Publication.Verification;
using Xunit;

namespace Publication.Tests.Verification;

public sealed class CertificateSerializerTests
{
    private static readonly Certificate Sample = new("binding", new Dictionary<string, IReadOnlyList<Witness>>(StringComparer.Ordinal)
    {
        ["b"] = [new Witness([[0, 1], [2, 3]], [-1, 1])],
        ["a"] = [],
    });

    [Fact]
    public void WrittenAndRead_IsTheSame()
    {
        var bytes = CertificateSerializer.Write(Sample);
        var read = CertificateSerializer.Read(bytes);

        Assert.NotNull(read);
        Assert.Equal("binding", read.Binding);
        Assert.Equal(["a", "b"], read.Witnesses.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([2, 3], read.Witnesses["b"][0].Atoms[1]);
        Assert.Equal([-1, 1], read.Witnesses["b"][0].Deltas);
        Assert.Equal(bytes, CertificateSerializer.Write(read));
    }

    [Fact]
    public void EveryChangedByte_IsRefused()
    {
        var bytes = CertificateSerializer.Write(Sample);
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var flip in new byte[] { 1, 0x20, 0x80 })
            {
                var changed = bytes.ToArray();
                changed[i] ^= flip;

                Assert.Null(CertificateSerializer.Read(changed));
            }
        }
    }

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        var bytes = CertificateSerializer.Write(Sample);

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(CertificateSerializer.Read(bytes.AsSpan(0, length))));
    }

    [Theory]
    [InlineData("""{"schemaVersion":2,"binding":"b","populations":[]}""")]
    [InlineData("""{"schemaVersion":0,"binding":"b","populations":[]}""")]
    [InlineData("""{"schemaVersion":1,"populations":[]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[],"more":1}""")]
    [InlineData("""{"schemaVersion":1,"binding":null,"populations":[]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":null}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[null]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[{"name":"a","witnesses":null}]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[{"name":"a","witnesses":[null]}]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[{"name":"a","witnesses":[{"atoms":null,"deltas":[]}]}]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[{"name":"a","witnesses":[{"atoms":[null],"deltas":[1]}]}]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[{"name":"a","witnesses":[{"atoms":[[0]],"deltas":[99999999999]}]}]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[{"name":"a","witnesses":[{"atoms":[[0]],"deltas":[0.5]}]}]}""")]
    [InlineData("""{"schemaVersion":1,"binding":"b","populations":[{"name":"a","witnesses":[]},{"name":"a","witnesses":[]}]}""")]
    [InlineData("null")]
    [InlineData("")]
    public void SoundDigestOverAnotherShape_IsRefused(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Assert.Null(CertificateSerializer.Read([.. bytes, (byte)'\n', .. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)))]));
    }

    [Fact]
    public void Text_SaysNothing()
    {
        Assert.Equal("Certificate", Sample.ToString());
        Assert.Equal("Witness", Sample.Witnesses["b"][0].ToString());
    }
}
