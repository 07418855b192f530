using System.Globalization;
using System.Text.Json;
using Publication.Rules;
using Publication.Tables;

namespace Anonymize.Protection;

/// <summary>
/// The sentence that says why a table is as coarse as it is. Depends on the layout, on the rules and on whether anything is hidden, all of which
/// the table prints; never on a count.
/// </summary>
internal static class TableReasons
{
    private static readonly Dictionary<string, Text> Sentences = Load();

    public static Text Withheld => Sentences["withheld"];

    public static Text Of(TableDesign design, RuleSet rules, bool isAnythingHidden)
    {
        var key = (design.Axes.Any(a => a.Rows.Any(r => r.IsPooled)), isAnythingHidden) switch
        {
            (true, true) => "pooledAndHidden",
            (true, false) => "pooled",
            (false, true) => "hidden",
            (false, false) => "full",
        };
        return new Text(
            string.Format(CultureInfo.InvariantCulture, Sentences[key].Tr, rules.K), string.Format(CultureInfo.InvariantCulture, Sentences[key].En, rules.K));
    }

    private static Dictionary<string, Text> Load()
    {
        using var stream = typeof(TableReasons).Assembly.GetManifestResourceStream("Anonymize.Protection.reasons.json")
            ?? throw new InvalidOperationException("The sentences of the reasons are missing from the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, Text>>(stream, JsonSerializerOptions.Web)!;
    }
}
