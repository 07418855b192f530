namespace Host.Storage;

/// <summary>A large file that is written piece by piece beside its place, and takes it when it is finished; what is not finished is deleted.</summary>
internal sealed class PartFile : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly string _path;
    private readonly string _part;

    private PartFile(string path)
    {
        _path = path;
        _part = path + ".part";
        Stream = new FileStream(_part, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferBytes);
    }

    public FileStream Stream { get; }

    /// <exception cref="IOException">The folder is not there, or not ours to write in.</exception>
    public static PartFile Create(string path) => new(path);

    public void Finish()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_part, _path, overwrite: true);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_part);
    }
}
