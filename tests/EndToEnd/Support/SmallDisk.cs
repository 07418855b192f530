using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace EndToEnd.Support;

/// <summary>
/// A small file system on a folder, seen by the processes of one script only: mounted in a mount namespace of their own, gone with them. What a test wants to
/// look at the script copies out.
/// </summary>
internal static class SmallDisk
{
    /// <summary>Mounts, runs the lines of a script (<c>$REPORTING</c> runs the program), and gives what it wrote.</summary>
    /// <param name="folder">Where to mount.</param>
    /// <param name="kibibytes">How much fits.</param>
    /// <param name="variables">Environment of the script.</param>
    /// <param name="script">Lines of sh.</param>
    public static async Task<string[]> RunAsync(string folder, int kibibytes, IReadOnlyDictionary<string, string> variables, params string[] script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A small file system is mounted by Linux' unshare and mount.");
        var mount = string.Create(CultureInfo.InvariantCulture, $"mount -t tmpfs -o size={kibibytes}k none '{folder}' && echo mounted || exit 99");
        string[] namespaces = Environment.UserName == "root" ? ["-m"] : ["-rm"];
        var start = new ProcessStartInfo("unshare", [.. namespaces, "sh", "-c", string.Join('\n', [mount, .. script])]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables.Append(new("REPORTING", $"dotnet {ReportingProcess.Program}")).Append(new("LANG", "C.UTF-8")).Append(new("LC_ALL", "C.UTF-8")))
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await process.WaitForExitAsync();
            await error;
            Assert.SkipUnless(lines is ["mounted", ..], "A small file system could not be mounted: run as root, or allow user namespaces.");
            return lines[1..];
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no unshare: apt-get install util-linux.");
            return [];
        }
    }
}
