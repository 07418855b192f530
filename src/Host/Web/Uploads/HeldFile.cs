using System.Security.Cryptography;

namespace Host.Web.Uploads;

/// <summary>A file that arrived over the network, in memory and nowhere else, which tells how far it has been read.</summary>
internal sealed class HeldFile : MemoryStream
{
    private const int BlockBytes = 1 << 16;

    private UploadProgress? _progress;

    private HeldFile()
    {
    }

    /// <summary>Takes the whole file into memory.</summary>
    public static async Task<HeldFile> OfAsync(Stream source, UploadProgress? progress, CancellationToken cancellationToken)
    {
        progress?.Enter(UploadStage.Receiving);
        var held = new HeldFile();
        var block = new byte[BlockBytes];
        try
        {
            for (int read; (read = await source.ReadAsync(block, cancellationToken)) > 0;)
            {
                held.Grow(read);
                held.Write(block, 0, read);
            }
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }

        held.Position = 0;
        held._progress = progress;
        progress?.Enter(UploadStage.Reading);
        return held;
    }

    public byte[] Digest() => SHA256.HashData(GetBuffer().AsSpan(0, (int)Length));

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        Tell();
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        Tell();
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        // It held cases.
        if (disposing && TryGetBuffer(out var buffer))
        {
            CryptographicOperations.ZeroMemory(buffer.AsSpan());
        }

        base.Dispose(disposing);
    }

    // The stream would leave what it outgrew as it was.
    private void Grow(int more)
    {
        if (Length + more <= Capacity)
        {
            return;
        }

        var outgrown = GetBuffer();
        Capacity = (int)Math.Max(Length + more, Math.Min(2L * Capacity, SentFile.MostBytes));
        CryptographicOperations.ZeroMemory(outgrown);
    }

    private void Tell() => _progress?.Reach(Length == 0 ? 100 : (int)(100 * Position / Length));
}
