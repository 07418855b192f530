using System.Text;

namespace Host.Verifying;

/// <summary>A tidy CSV file as it lies in a published folder: header and cells by their codes.</summary>
internal sealed class TidyTable
{
    private readonly Dictionary<string, string> _marks;

    private TidyTable(Dictionary<string, string> marks) => _marks = marks;

    public int Count => _marks.Count;

    /// <param name="path">The file.</param>
    /// <param name="period">Period that every line must name.</param>
    /// <param name="by">Columns of the variables, in order.</param>
    /// <exception cref="FolderFault">Not such a file.</exception>
    public static TidyTable Read(string path, string period, IReadOnlyList<string> by)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new FolderFault(name, "missing");
        }

        var lines = File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)).Split('\n');
        if (lines is not [_, .., ""] || lines[0] != string.Join(',', ["period", .. by, "value", "status"]))
        {
            throw new FolderFault(name, "header");
        }

        var marks = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length - 1; i++)
        {
            var fields = lines[i].Split(',');
            if (fields.Length != by.Count + 3 || fields[0] != period || (fields[^2].Length == 0) == (fields[^1].Length == 0)
                || !marks.TryAdd(string.Join(',', fields[1..^2]), fields[^1].Length == 0 ? fields[^2] : fields[^1]))
            {
                throw new FolderFault(name, $"line {i + 1}");
            }
        }

        return new TidyTable(marks);
    }

    /// <summary>Count or mark of a cell; null where there is no such line.</summary>
    public string? Find(IEnumerable<string> codes) => _marks.GetValueOrDefault(string.Join(',', codes));
}
