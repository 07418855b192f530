namespace Ingest.Storage;

/// <summary>
/// A case file while it is written. The handle holds the system's lock on the file, which is how another process that clears up
/// leftovers knows that this one is no leftover. The first failure to write is kept: the Parquet library hides it.
/// </summary>
internal sealed class TemporaryCaseFile(string path) : Stream
{
    public const string Ending = ".part";

    private readonly FileStream file = OwnerFile.Open(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);

    public IOException? Fault { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => file.CanWrite;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            file.Write(buffer);
        }
        catch (IOException fault)
        {
            Fault ??= fault;
            throw;
        }
    }

    public override void Flush()
    {
        try
        {
            file.Flush();
        }
        catch (IOException fault)
        {
            Fault ??= fault;
            throw;
        }
    }

    /// <summary>Writes by the Parquet library, which hides why it could not.</summary>
    /// <exception cref="StoreException">The file cannot be written.</exception>
    public void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (Fault is not null || failure is IOException)
        {
            throw new StoreException(StoreFault.Of(Fault ?? failure)!.Value);
        }
    }

    /// <summary>Returns when the bytes are on the disk.</summary>
    public void Sync() => file.Flush(flushToDisk: true);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                file.Dispose();
            }
            catch (IOException fault)
            {
                // A full disk fails the last flush too; the caller learns it from Fault and removes the file.
                Fault ??= fault;
            }
        }

        base.Dispose(disposing);
    }
}
