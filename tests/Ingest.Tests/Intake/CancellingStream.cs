namespace Ingest.Tests.Intake;

/// <summary>A file that asks for its own cancellation when it is read a second time, after its digest.</summary>
internal sealed class CancellingStream(byte[] content) : MemoryStream(content)
{
    private readonly CancellationTokenSource source = new();

    public CancellationToken Token => source.Token;

    public override int Read(Span<byte> buffer)
    {
        source.Cancel();
        return base.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        source.Cancel();
        return base.Read(buffer, offset, count);
    }

    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }
}
