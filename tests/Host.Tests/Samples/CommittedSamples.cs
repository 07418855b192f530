using System.Collections.Concurrent;
using System.Text;

namespace Host.Tests.Samples;

/// <summary>The committed <c>data-samples/</c>, found from the folder of the test upwards.</summary>
public static class CommittedSamples
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<(int Row, string Column), string>> Sheets = new(StringComparer.Ordinal);

    public static string Root { get; } = Find();

    public static Encoding Windows1254 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    public static Encoding Latin5 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(28599)!;

    public static string PathOf(string file) => Path.Combine([Root, .. file.Split('/')]);

    public static byte[] Bytes(string file) => File.ReadAllBytes(PathOf(file));

    public static string[] Lines(string file, Encoding encoding) => File.ReadAllLines(PathOf(file), encoding);

    /// <summary>Cells of a committed workbook; each is read once.</summary>
    public static IReadOnlyDictionary<(int Row, string Column), string> Sheet(string file) => Sheets.GetOrAdd(file, name => SheetCells.Read(PathOf(name)));

    /// <summary>Rows of a truth file without its header, by simple commas: none of these files needs quotes.</summary>
    public static string[][] Truth(string file) => [.. Lines($"truth/{file}", Encoding.UTF8).Skip(1).Select(line => line.Split(','))];

    /// <summary>Rows as a spreadsheet program shows them: it does not show a first line that names the delimiter.</summary>
    public static string[] ShownRows(string file)
    {
        string[] lines = Lines(file, EncodingOf(file));
        return lines[0].StartsWith("sep=", StringComparison.Ordinal) ? lines[1..] : lines;
    }

    public static Encoding EncodingOf(string file) => file switch
    {
        _ when file.StartsWith("goc/", StringComparison.Ordinal) => Windows1254,
        _ when file.StartsWith("kol/2025", StringComparison.Ordinal) => Latin5,
        "kol/2024.csv" => Encoding.Unicode,
        _ => Encoding.UTF8,
    };

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Reporting.sln")))
                return Path.Combine(folder.FullName, "data-samples");
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
