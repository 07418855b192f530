using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Checking;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>Reads what was written, as any program would that has nothing but the file, and has it judged.</summary>
internal sealed class WrittenReading(AnonymizeRequest request, RecordFileTask task)
{
    /// <param name="stream">The file.</param>
    /// <param name="rows">Rows it must have.</param>
    /// <param name="cancellationToken">Looked at while it is read.</param>
    public bool Holds(Stream stream, long rows, CancellationToken cancellationToken)
    {
        if (!TabularReader.TryRead(stream, new TabularOptions(), cancellationToken, out var file, out _) || file.Rows != rows)
        {
            return false;
        }

        var written = new WrittenFile
        {
            Keys = [.. task.Keys.Select(k => Attribute(file, k.Column.Name))],
            Sensitive = [.. task.Sensitive.Select(s => Attribute(file, s.Column.Name))],
            IsBlank = row => request.KeepSuppressed && file.Columns.All(c => c.Values[c.Codes[row]] == RecodedFile.Blank),
        };
        return written.Holds(task.Models);
    }

    private WrittenAttribute Attribute(TabularFile file, string name) =>
        new(RecordColumns.Of(file, name), request.Multiple.TryGetValue(name, out var delimiter) ? delimiter : null);
}
