namespace Host.Storage;

/// <summary>A folder that its owner alone may enter.</summary>
internal static class PrivateFolder
{
    public static void Ensure(string path)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
