using System.Globalization;
using System.Text.Json;
using Anonymize.Attacking.Structure;

namespace Anonymize.Attacking;

/// <summary>What a specification of a protection tells an attacker: hierarchies, the policy of zeros, cells that cannot occur, figures known from elsewhere.</summary>
/// <param name="Declared">For the files that no <c>tables.json</c> describes.</param>
/// <param name="Figures">Known figures, each as a small table of its own.</param>
public sealed record AttackSpec(IReadOnlyList<DeclaredTable> Declared, IReadOnlyList<PrintedSheet> Figures)
{
    private const int NewestSchema = 1;

    /// <param name="json">Text of the specification.</param>
    /// <param name="file">Its name, which known figures are told by.</param>
    /// <param name="hierarchy">Text of a hierarchy file; null where there is none.</param>
    /// <param name="files">Files that it is about.</param>
    /// <returns>Null where the text is no specification, or names a hierarchy file that is not there.</returns>
    public static AttackSpec? Read(string json, string file, Func<string, string?> hierarchy, IReadOnlyList<string> files)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.TryGetProperty("schemaVersion", out var version) && version.GetInt32() > NewestSchema)
            {
                return null;
            }

            var leaves = new Dictionary<(string, string), IReadOnlyList<string>>();
            var overlapping = new HashSet<string>(StringComparer.Ordinal);
            foreach (var variable in LenientJson.Items(root, "variables"))
            {
                if (LenientJson.Text(variable, "multiple") is not null)
                {
                    overlapping.Add(LabelText.Key(LenientJson.Text(variable, "name") ?? ""));
                    continue;
                }

                if (LenientJson.Text(variable, "hierarchy") is { } name)
                {
                    if (hierarchy(name) is not { } text)
                    {
                        return null;
                    }

                    AddLeaves(leaves, LabelText.Key(LenientJson.Text(variable, "name") ?? ""), text);
                }
            }

            var isOpen = root.TryGetProperty("rules", out var rules) && rules.ValueKind == JsonValueKind.Object && LenientJson.Text(rules, "zeros") == "open"
                && !(rules.TryGetProperty("hiddenMayBeZero", out var may) && may.ValueKind == JsonValueKind.True);
            var declaration = new Declaration { HiddenMin = isOpen ? 1 : null, Leaves = leaves, Overlapping = overlapping };
            var figures = LenientJson.Items(root, "structuralZeros").Select(c => Figure(file, c.TryGetProperty("cell", out var cell) ? cell : c, "0"))
                .Concat(LenientJson.Items(root, "external").Where(e => e.TryGetProperty("value", out _))
                    .Select(e => Figure(file, e.GetProperty("cell"), e.GetProperty("value").GetInt64().ToString(CultureInfo.InvariantCulture))));
            return new AttackSpec([.. files.Select(f => new DeclaredTable(f, declaration))], [.. figures]);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Rows of codes, leaf first; a code stands for all leaves whose rows name it.</summary>
    private static void AddLeaves(Dictionary<(string, string), IReadOnlyList<string>> leaves, string variable, string text)
    {
        var under = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var row in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var codes = row.TrimEnd('\r').Split(row.Contains(';', StringComparison.Ordinal) ? ';' : ',').Select(c => LabelText.Key(c.Trim('"'))).ToArray();
            foreach (var code in codes[1..])
            {
                if (!under.TryGetValue(code, out var set))
                {
                    under.Add(code, set = new(StringComparer.Ordinal));
                }

                set.Add(codes[0]);
            }
        }

        foreach (var (code, set) in under.Where(u => u.Value.Count > 1))
        {
            leaves[(variable, code)] = [.. set];
        }
    }

    private static PrintedSheet Figure(string file, JsonElement cell, string value)
    {
        var at = cell.EnumerateObject().Where(c => c.Name != "table").Select(c => (c.Name, Code: c.Value.GetString() ?? "")).ToArray();
        return new PrintedSheet(
            file, "", [[.. at.Select(a => new SheetText(a.Name)), new SheetText("value")], [.. at.Select(a => new SheetText(a.Code)), new SheetText(value)]], []);
    }
}
