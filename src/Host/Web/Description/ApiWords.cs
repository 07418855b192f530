using System.Text.Json;

namespace Host.Web.Description;

/// <summary>What the description of the interface says in words, from <c>words.json</c>. In English, as its names are.</summary>
internal sealed record ApiWords(
    string Title,
    string Description,
    string Key,
    string JsonStat,
    IReadOnlyDictionary<string, OperationWords> Operations,
    IReadOnlyDictionary<string, string> Statuses,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Schemas)
{
    public static ApiWords Load()
    {
        using var stream = typeof(ApiWords).Assembly.GetManifestResourceStream("Host.Web.Description.words.json")
            ?? throw new InvalidOperationException("words.json is not in the assembly.");
        return JsonSerializer.Deserialize<ApiWords>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("words.json is empty.");
    }
}
