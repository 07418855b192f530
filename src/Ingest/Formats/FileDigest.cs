using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Ingest.Formats;

/// <summary>SHA-256 of a whole file, lower-case hex.</summary>
internal static class FileDigest
{
    private const int BlockBytes = 1 << 18;

    /// <summary>Makes the digest while something else reads the stream, where the stream can be read at two places at once.</summary>
    /// <param name="stream">Seekable; afterwards where the other work left it.</param>
    /// <param name="meanwhile">Anything that needs the stream from its beginning.</param>
    /// <param name="ct">Cancels between blocks.</param>
    public static async Task<(string Sha256, T Result)> BesideAsync<T>(Stream stream, Func<T> meanwhile, CancellationToken ct)
    {
        Task<string> digest;
        if (stream is FileStream file)
        {
            SafeFileHandle handle = file.SafeFileHandle;
            digest = Task.Run(() => Of((block, at) => RandomAccess.Read(handle, block, at), ct), ct);
        }
        else
        {
            stream.Position = 0;
            digest = Task.FromResult(Of((block, _) => stream.Read(block), ct));
            stream.Position = 0;
        }

        Task<T> other = Task.Run(meanwhile, ct);
        await Task.WhenAll(digest, other).ConfigureAwait(false);
        return (await digest.ConfigureAwait(false), await other.ConfigureAwait(false));
    }

    private static string Of(Func<byte[], long, int> readAt, CancellationToken ct)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[BlockBytes];
        int read;
        for (long at = 0; (read = readAt(block, at)) > 0; at += read)
        {
            ct.ThrowIfCancellationRequested();
            digest.AppendData(block.AsSpan(0, read));
        }

        // The block held case text.
        CryptographicOperations.ZeroMemory(block);
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
