namespace Host.Cli;

/// <summary>How this program was started, so that a newcomer can copy a line that runs: from source there is no <c>reporting</c> on the path.</summary>
internal static class OwnCommand
{
    public static string Text()
    {
        var program = Environment.ProcessPath ?? "reporting";
        return string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? "dotnet " + FromHere(typeof(OwnCommand).Assembly.Location)
            : FromHere(program);
    }

    private static string FromHere(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is { } near && near.Length < path.Length ? near : path;
}
