namespace Host.Progressing;

/// <summary>A file that tells how far it has been read. Still a file to those who read it at two places at once.</summary>
internal sealed class MeteredFile(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)
{
    private long _told = -1;

    /// <summary>Is told each further hundredth.</summary>
    public IProgress<ProgressStep>? Listener { get; set; }

    public override int Read(Span<byte> buffer) => Told(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Told(base.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Told(await base.ReadAsync(buffer, cancellationToken));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Told(await base.ReadAsync(buffer.AsMemory(offset, count), cancellationToken));

    private int Told(int read)
    {
        var hundredths = Length == 0 ? 100 : Position * 100 / Length;
        if (hundredths > _told && Listener is { } listener)
        {
            _told = hundredths;
            listener.Report(new ProgressStep("ProgressReading", "", hundredths, 100));
        }

        return read;
    }
}
