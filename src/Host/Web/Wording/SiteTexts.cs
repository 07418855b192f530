using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Publication.Tables;

namespace Host.Web.Wording;

/// <summary>Every fixed sentence of the pages, in both languages, from the JSON files beside this one; each group of pages has its own.</summary>
internal sealed class SiteTexts
{
    private readonly FrozenDictionary<string, Text> _texts;

    public SiteTexts()
    {
        var assembly = typeof(SiteTexts).Assembly;
        _texts = assembly.GetManifestResourceNames().Where(n => n.StartsWith("Host.Web.Wording.", StringComparison.Ordinal)).SelectMany(n => Read(assembly, n))
            .ToFrozenDictionary(t => t.Key, t => t.Text, StringComparer.Ordinal);
    }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <exception cref="KeyNotFoundException">No such text: a bug, found by the test that renders every page.</exception>
    public string Of(string key, Language language) => _texts[key].In(language);

    /// <returns>Null where there is no such text.</returns>
    public string? Find(string key, Language language) => _texts.GetValueOrDefault(key)?.In(language);

    private static List<(string Key, Text Text)> Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateObject().Select(p => (p.Name, new Text(p.Value.GetProperty("tr").GetString()!, p.Value.GetProperty("en").GetString()!)))];
    }
}
