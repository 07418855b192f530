using System.Runtime.InteropServices;

namespace Host.Storage;

/// <summary>
/// Puts a finished folder where another stands. On Linux the two change places in one step; elsewhere the old one is first moved aside, and a run that was
/// killed between the two moves is put right by the next.
/// </summary>
internal static class FolderSwap
{
    /// <summary>Where the old folder lies for a moment.</summary>
    public static string AsideOf(string place) => place + ".old";

    /// <summary>Afterwards <paramref name="place"/> holds what <paramref name="finished"/> held; the old folder is gone or, killed, waits for <see cref="Mend"/>.</summary>
    public static void Put(string finished, string place, Action whenPlaced)
    {
        if (!Directory.Exists(place))
        {
            Directory.Move(finished, place);
        }
        else if (!Exchange(finished, place))
        {
            Directory.Move(place, AsideOf(place));
            Directory.Move(finished, place);
        }

        AtomicFile.FlushFolder(Path.GetDirectoryName(place)!);
        whenPlaced();
        Remove(finished);
        Remove(AsideOf(place));
    }

    /// <summary>Brings back an old folder whose successor never came, and clears one whose successor did.</summary>
    public static void Mend(string place)
    {
        if (Directory.Exists(AsideOf(place)) && !Directory.Exists(place))
        {
            Directory.Move(AsideOf(place), place);
        }

        Remove(AsideOf(place));
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Exchange(string one, string other)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return Native.RenameAt2(Native.CurrentFolder, one, Native.CurrentFolder, other, Native.RenameExchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static class Native
    {
        public const int CurrentFolder = -100;
        public const uint RenameExchange = 2;

        [DllImport("libc", EntryPoint = "renameat2", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int RenameAt2(
            int oneFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string one, int otherFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string other, uint flags);
    }
}
