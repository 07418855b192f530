using System.Runtime.InteropServices;

namespace Ingest.Storage;

/// <summary>Makes renames and deletions in a folder survive a power cut, where the system can do it (fsync of the folder).</summary>
internal static partial class DurableFolder
{
    /// <exception cref="IOException">The folder could not be opened or synced.</exception>
    public static void Sync(string folder)
    {
        // Windows journals renames and has no handle to flush for a folder.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException("The folder could not be opened.", Marshal.GetLastPInvokeError());
        }

        int result = FSync(handle);
        int error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (result != 0)
        {
            throw new IOException("The folder could not be synced.", error);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
