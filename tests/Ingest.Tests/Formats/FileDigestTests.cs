using System.Security.Cryptography;
using Ingest.Formats;
using Xunit;

namespace Ingest.Tests.Formats;

public sealed class FileDigestTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1_000_003).Select(i => (byte)(i * 7 >> 3))];

    [Fact]
    public async Task FileOnDisk_IsDigestedWhole_WhileItIsRead()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, Content, TestContext.Current.CancellationToken);
        await using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, FileOptions.DeleteOnClose);
        file.Position = 17;
        await BothAreRight(file);
    }

    [Fact]
    public async Task StreamInMemory_IsDigestedWhole_ThenRead()
    {
        using var memory = new MemoryStream(Content, writable: false) { Position = 17 };
        await BothAreRight(memory);
    }

    [Fact]
    public async Task OtherWorkFails_ItsFailureIsTold()
    {
        using var memory = new MemoryStream(Content, writable: false);
        await Assert.ThrowsAsync<InvalidDataException>(() => FileDigest.BesideAsync<int>(
            memory, () => throw new InvalidDataException(), TestContext.Current.CancellationToken));
    }

    private static async Task BothAreRight(Stream stream)
    {
        (string sha256, byte[] read) = await FileDigest.BesideAsync(
            stream,
            () =>
            {
                stream.Position = 0;
                byte[] all = new byte[Content.Length];
                stream.ReadExactly(all);
                return all;
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Content)), sha256);
        Assert.Equal(Content, read);
    }
}
