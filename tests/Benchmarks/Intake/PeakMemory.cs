using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Intake;

/// <summary>The most memory a process has had, and the same of another process that does one thing.</summary>
internal static class PeakMemory
{
    /// <summary>Bytes, from the kernel where it says so.</summary>
    public static long Own()
    {
        if (OperatingSystem.IsLinux())
        {
            string line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }

        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    public static long OfChild(params string[] args)
    {
        string program = Environment.ProcessPath!;
        bool hosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (string arg in hosted ? [typeof(PeakMemory).Assembly.Location, .. args] : args)
        {
            start.ArgumentList.Add(arg);
        }

        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return long.Parse(output.Trim(), CultureInfo.InvariantCulture);
    }
}
