using Ingest.Schema;

namespace Ingest.Profiles;

/// <summary>A checked partner shape: which headings it has and what its columns mean.</summary>
internal sealed class Profile
{
    private readonly Dictionary<string, int> byHeading = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, int Column)> byPrefix = [];

    private Profile(ProfileFile file)
    {
        File = file;
        for (int column = 0; column < file.Columns.Count; column++)
        {
            foreach (string name in file.Columns[column].Names)
            {
                string folded = LabelFold.Fold(name);
                if (name.EndsWith('*'))
                {
                    byPrefix.Add((folded, column));
                }
                else
                {
                    byHeading[folded] = column;
                }
            }
        }
    }

    public ProfileFile File { get; }

    public string Id => File.Id;

    public IReadOnlyList<ProfileColumn> Columns => File.Columns;

    /// <summary>The column a heading names, −1 for none. An empty heading names none.</summary>
    public int ColumnOf(string foldedHeading)
    {
        if (foldedHeading.Length == 0)
        {
            return -1;
        }

        if (byHeading.TryGetValue(foldedHeading, out int column))
        {
            return column;
        }

        foreach ((string prefix, int prefixed) in byPrefix)
        {
            if (foldedHeading.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefixed;
            }
        }

        return -1;
    }

    /// <exception cref="DataFileException">The file breaks the schema or names codes that do not exist.</exception>
    public static Profile Load(string path, CodeLists lists)
    {
        ProfileFile file = DataFiles.Read<ProfileFile>(path);
        ProfileCheck.Require(path, file, lists);
        return new Profile(file);
    }
}
