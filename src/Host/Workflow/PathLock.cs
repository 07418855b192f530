using Ingest.Storage;

namespace Host.Workflow;

/// <summary>An exclusive lock between processes, held as long as the file is open. The system frees it when its process ends, however it ends.</summary>
internal static class PathLock
{
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int WindowsSharing = unchecked((int)0x80070020);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Half a minute: what holds it is seldom longer at work.</summary>
    public static TimeSpan Patience => TimeSpan.FromSeconds(30);

    /// <exception cref="LockHeldException">Another process holds the lock for longer than the patience allows.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public static FileStream Acquire(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var left = (int)(patience / Pause); ; left--)
        {
            try
            {
                return OwnerFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception.HResult is WouldBlock or WouldBlockOnMac or WindowsSharing)
            {
                if (left <= 0)
                {
                    throw new LockHeldException();
                }

                cancellationToken.WaitHandle.WaitOne(Pause);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
