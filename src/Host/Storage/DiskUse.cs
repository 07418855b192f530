namespace Host.Storage;

/// <summary>What a folder takes, and what is left beside it.</summary>
/// <param name="Used">Bytes of its files.</param>
/// <param name="Free">Bytes that may still be written on its disk.</param>
internal sealed record DiskUse(long Used, long Free)
{
    // Hidden files count, links to elsewhere do not, and what may not be read leaves the rest to be counted.
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    public static DiskUse Of(string folder)
    {
        var info = new DirectoryInfo(folder);
        return new DiskUse(
            info.Exists ? info.EnumerateFiles("*", Everything).Sum(LengthOf) : 0,
            new DriveInfo(Nearest(info).FullName).AvailableFreeSpace);
    }

    // Before the first publication there is no folder yet, but there is the disk that it will be on.
    private static DirectoryInfo Nearest(DirectoryInfo folder) => folder.Exists || folder.Parent is null ? folder : Nearest(folder.Parent);

    // Others work in the folder: what was there a moment ago may be gone.
    private static long LengthOf(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? file.Length : 0;
    }
}
