using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Publication.Tables;

namespace Anonymize.Attacking.Telling;

/// <summary>The sentences of an attack in one language, from the resource <c>words.json</c>.</summary>
internal sealed class Wording
{
    private readonly FrozenDictionary<string, string> _texts;
    private readonly CultureInfo _culture;

    public Wording(Language language)
    {
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream("Anonymize.Attacking.Telling.words.json")
            ?? throw new InvalidOperationException("The sentences of the attack are missing from the assembly.");
        var all = JsonSerializer.Deserialize<Dictionary<string, Text>>(stream, JsonSerializerOptions.Web)!;
        _texts = all.ToFrozenDictionary(t => t.Key, t => language == Language.Tr ? t.Value.Tr : t.Value.En, StringComparer.Ordinal);
        _culture = CultureInfo.GetCultureInfo(language == Language.Tr ? "tr-TR" : "en-GB");
    }

    public string Say(string key, params object[] arguments) => string.Format(_culture, _texts[key], arguments);
}
