using System.Diagnostics;

namespace Ingest.Tests.Child;

/// <summary>Starts the tests' own program as another process.</summary>
internal static class ChildProcess
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Process Start(params string[] args) => Start(Environment.ProcessPath!, Arguments(args));

    /// <summary>Starts it in a mount namespace of its own with a small file system on the folder.</summary>
    public static Process StartOnSmallDisk(string folder, int kibibytes, params string[] args)
    {
        string command = FormattableString.Invariant(
            $"mount -t tmpfs -o size={kibibytes}k none '{folder}' && echo mounted && exec \"$@\"");
        string[] unshare = Environment.UserName == "root" ? ["-m"] : ["-rm"];
        return Start("unshare", [.. unshare, "sh", "-c", command, "sh", Environment.ProcessPath!, .. Arguments(args)]);
    }

    /// <summary>Starts it as a writer of a sealed database.</summary>
    public static Process StartWriter(params string[] args) => Start(Environment.ProcessPath!, Program([SealedWriterChild.Verb, .. args]));

    private static string[] Arguments(string[] args) => Program([IntakeChild.Verb, .. args]);

    private static string[] Program(string[] args)
    {
        // Started through the host ("dotnet Ingest.Tests.dll"), the program's path is the host's.
        bool hosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet";
        string[] program = hosted ? [typeof(ChildProcess).Assembly.Location] : [];
        return [.. program, .. args];
    }

    private static Process Start(string file, string[] args)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardOutput = true };
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }
}
