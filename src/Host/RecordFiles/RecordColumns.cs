using Anonymize.RecordFiles;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>Hands a column that was read to the engine, as codes; nothing is copied.</summary>
internal static class RecordColumns
{
    /// <exception cref="ArgumentException">The column was not read.</exception>
    public static RecordColumn Of(TabularFile file, string name)
    {
        var column = file.Find(name) ?? throw new ArgumentException("No such column was read.", nameof(name));
        return new RecordColumn(name, column.Values, file.Rows, column.Codes.CopyTo);
    }
}
