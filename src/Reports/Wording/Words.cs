using System.Collections.Frozen;
using System.Text.Json;
using Publication.Tables;

namespace Reports.Wording;

/// <summary>The fixed texts of bulletins, in both languages, from <c>words.json</c>.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<Word, Text> All = Load();

    public static string Of(Word word, Language language) => All[word].In(language);

    private static FrozenDictionary<Word, Text> Load()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("Wording/words.json")
            ?? throw new InvalidOperationException("words.json is not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(
            p => Enum.Parse<Word>(p.Name),
            p => new Text(p.Value.GetProperty("tr").GetString()!, p.Value.GetProperty("en").GetString()!));
    }
}
