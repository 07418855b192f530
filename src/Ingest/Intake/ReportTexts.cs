using System.Collections.Frozen;
using Ingest.Schema;

namespace Ingest.Intake;

/// <summary>The fixed words of a validation report, from <c>report-texts.json</c>.</summary>
public sealed class ReportTexts
{
    private readonly FrozenDictionary<string, Label> texts;

    private ReportTexts(FrozenDictionary<string, Label> texts) => this.texts = texts;

    public IEnumerable<string> Keys => texts.Keys.Order(StringComparer.Ordinal);

    public Label this[string key] => texts[key];

    /// <exception cref="DataFileException">The file breaks its schema.</exception>
    public static ReportTexts Load(string? dataFolder = null)
    {
        string file = Path.Combine(dataFolder ?? DataFiles.Root, "report-texts.json");
        TextFile content = DataFiles.Read<TextFile>(file);
        return content.SchemaVersion == 1
            ? new ReportTexts(content.Texts.ToFrozenDictionary(StringComparer.Ordinal))
            : throw DataFileException.In(file, "unknown schemaVersion");
    }

    private sealed class TextFile
    {
        public required int SchemaVersion { get; init; }

        public required IReadOnlyDictionary<string, Label> Texts { get; init; }
    }
}
