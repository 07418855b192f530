using System.Collections.Frozen;
using System.Text.Json;
using Publication.Tables;

namespace Host.Web.Wording;

/// <summary>Every fixed sentence of the pages, in both languages, from <c>site.json</c>.</summary>
internal sealed class SiteTexts
{
    private readonly FrozenDictionary<string, Text> _texts;

    public SiteTexts()
    {
        using var stream = typeof(SiteTexts).Assembly.GetManifestResourceStream("Host.Web.Wording.site.json")
            ?? throw new InvalidOperationException("site.json is not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        _texts = document.RootElement.EnumerateObject().ToFrozenDictionary(
            p => p.Name,
            p => new Text(p.Value.GetProperty("tr").GetString()!, p.Value.GetProperty("en").GetString()!),
            StringComparer.Ordinal);
    }

    /// <exception cref="KeyNotFoundException">No such text: a bug, found by the test that renders every page.</exception>
    public string Of(string key, Language language) => _texts[key].In(language);
}
