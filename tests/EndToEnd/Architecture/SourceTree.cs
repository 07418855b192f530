namespace EndToEnd.Architecture;

/// <summary>The files of the project as they lie in the checkout, found upwards from the running test.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = ["artifacts", "out", "bin", "obj", "TestResults", ".git", ".vs", ".idea"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".md", ".json", ".sql", ".txt", ".globalconfig", ".cshtml", ".css", ".js", ".sln", ".resx", ".yml", ".sh"];

    public static string Root { get; } = FindRoot();

    /// <summary>All files below the root, with their paths relative to it and forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Walk(Root).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> ProductCode { get; } =
        [.. Files.Where(f => f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))];

    /// <summary>Files that people read as text; scripts have no ending.</summary>
    public static IReadOnlyList<string> Texts { get; } =
        [.. Files.Where(f => TextEndings.Contains(Path.GetExtension(f), StringComparer.Ordinal) || Path.GetExtension(f).Length == 0)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Reporting.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside a checkout.");

        return folder.FullName;
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(d => !NotOurs.Contains(Path.GetFileName(d), StringComparer.Ordinal))
                .SelectMany(Walk));
}
