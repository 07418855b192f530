namespace Host.Workflow;

/// <summary>An exclusive lock between processes, held as long as the file is open.</summary>
internal static class PathLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="IOException">Another process holds the lock for longer than half a minute, or the folder cannot be written.</exception>
    public static FileStream Acquire(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 600)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
