using Ingest.Storage;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Host.Storage;

/// <summary>Writes a file so that it is there whole or not at all, also after a power cut: temporary name, flush to disk, rename.</summary>
internal static class AtomicFile
{
    /// <summary>A file for its owner alone.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, (p, mode, access, share) => OwnerFile.Open(p, mode, access, share));

    /// <summary>A file for others too, such as an answer to a partner: it has the rights that files of this process have.</summary>
    public static void WriteShared(string path, ReadOnlySpan<byte> content) => Write(path, content, (p, mode, access, share) => new FileStream(p, mode, access, share));

    private static void Write(string path, ReadOnlySpan<byte> content, Func<string, FileMode, FileAccess, FileShare, FileStream> open)
    {
        PrivateFolder.Ensure(Path.GetDirectoryName(path)!);
        var temporary = path + ".part";
        using (var stream = open(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes a rename in a folder durable. Windows does so by itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = OpenFolder(folder);
        RandomAccess.FlushToDisk(handle);
    }

    private static SafeFileHandle OpenFolder(string folder)
    {
        var descriptor = Native.Open(folder, 0);
        return descriptor < 0 ? throw new IOException("The folder cannot be opened.") : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
    }
}
