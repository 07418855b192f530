using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Publication.Tables;

namespace Host.Texts;

/// <summary>
/// Every sentence of the command line in one language, from the resource <c>Texts/tr.json</c> or <c>Texts/en.json</c>. A sentence is a key and arguments,
/// never put together from parts. Numbers and dates come formatted by the language asked for, not by the machine's.
/// </summary>
internal sealed class Messages
{
    private readonly FrozenDictionary<string, string> _texts;

    private Messages(Language language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language == Language.Tr ? "tr-TR" : "en-GB");
        _texts = texts;
    }

    public Language Language { get; }

    public CultureInfo Culture { get; }

    public IEnumerable<string> Keys => _texts.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No such text: a bug, found by the test that reads both files.</exception>
    public string this[string key] => _texts[key];

    public static Messages In(Language language)
    {
        var name = language == Language.Tr ? "Host.Texts.tr.json" : "Host.Texts.en.json";
        using var stream = typeof(Messages).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Resource {name} is missing.");
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? throw new InvalidOperationException($"Resource {name} is empty.");
        return new Messages(language, texts.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public string Format(string key, params object[] arguments) => string.Format(Culture, _texts[key], arguments);
}
