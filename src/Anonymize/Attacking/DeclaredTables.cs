using System.Text.Json;
using Anonymize.Attacking.Structure;

namespace Anonymize.Attacking;

/// <summary>Reads <c>tables.json</c> beside published CSV files, and the specification of a protection.</summary>
public static class DeclaredTables
{
    private const int NewestSchema = 1;

    /// <param name="json">Text of <c>tables.json</c>.</param>
    /// <param name="nameOf">The file of a table as sheets name it.</param>
    /// <returns>Null where the text is no such document, or a newer one than is known.</returns>
    public static IReadOnlyList<DeclaredTable>? Read(string json, Func<string, string> nameOf)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("tables", out var tables) || tables.ValueKind != JsonValueKind.Array
                || (root.TryGetProperty("schemaVersion", out var version) && version.GetInt32() > NewestSchema))
            {
                return null;
            }

            return [.. tables.EnumerateArray().Select(t => new DeclaredTable(nameOf(t.GetProperty("file").GetString()!), Declare(t, root)))];
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }

    private static Declaration Declare(JsonElement table, JsonElement root)
    {
        var leaves = new Dictionary<(string, string), IReadOnlyList<string>>();
        var overlapping = new HashSet<string>(StringComparer.Ordinal);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var axis in LenientJson.Items(table, "axes"))
        {
            var column = axis.GetProperty("column").GetString()!;
            var variable = LenientJson.Text(axis, "variable") is { Length: > 0 } named ? named : column;
            variables[LabelText.Key(column)] = variable;
            if (axis.TryGetProperty("additive", out var additive) && additive.ValueKind == JsonValueKind.False)
            {
                overlapping.Add(LabelText.Key(variable));
            }

            foreach (var node in LenientJson.Items(axis, "declared").Concat(LenientJson.Items(axis, "rows")))
            {
                if (LenientJson.Text(node, "code") is { } code && LenientJson.Items(node, "leaves").Select(l => l.GetString()!).ToArray() is { Length: > 1 } under)
                {
                    leaves[(LabelText.Key(variable), LabelText.Key(code))] = [.. under.Select(LabelText.Key)];
                }
            }
        }

        AddHierarchies(table, overlapping, leaves);
        var zeros = LenientJson.Text(table, "zeros") ?? LenientJson.Text(table, "zeroPolicy") ?? LenientJson.Text(root, "zeros");
        return new Declaration
        {
            Id = LenientJson.Text(table, "id"),
            Population = LenientJson.Text(table, "population"),
            HiddenMin = table.TryGetProperty("hiddenMin", out var least) && least.ValueKind == JsonValueKind.Number ? least.GetInt32() : zeros == "open" ? 1 : zeros is null ? null : 0,
            Legend = Marks(table) ?? Marks(root),
            VariableOf = variables,
            Where = [.. Where(table, root)],
            Overlapping = overlapping,
            Leaves = leaves,
        };
    }

    /// <summary><c>parents</c> names, per variable, the codes above each code; what has none below it is a leaf. A code above overlapping ones is no sum of them.</summary>
    private static void AddHierarchies(JsonElement table, HashSet<string> overlapping, Dictionary<(string, string), IReadOnlyList<string>> leaves)
    {
        if (!table.TryGetProperty("parents", out var parents) || parents.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var variable in parents.EnumerateObject().Where(v => v.Value.ValueKind == JsonValueKind.Object && !overlapping.Contains(LabelText.Key(v.Name))))
        {
            var above = variable.Value.EnumerateObject().Where(c => c.Value.ValueKind == JsonValueKind.Array)
                .ToDictionary(c => LabelText.Key(c.Name), c => c.Value.EnumerateArray().Select(p => LabelText.Key(p.GetString() ?? "")).ToArray(), StringComparer.Ordinal);
            var inner = above.Values.SelectMany(p => p).ToHashSet(StringComparer.Ordinal);
            var under = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
            foreach (var leaf in above.Keys.Where(c => !inner.Contains(c)))
            {
                var seen = new HashSet<string>(StringComparer.Ordinal);
                for (var level = new List<string> { leaf }; level.Count > 0; level = [.. level.SelectMany(c => above.GetValueOrDefault(c, [])).Where(seen.Add)])
                {
                    foreach (var code in level.Where(c => c != leaf))
                    {
                        (under.TryGetValue(code, out var set) ? set : under[code] = new(StringComparer.Ordinal)).Add(leaf);
                    }
                }
            }

            foreach (var (code, set) in under.Where(u => u.Value.Count > 1 && !LabelText.IsTotal(u.Key)))
            {
                leaves[(LabelText.Key(variable.Name), code)] = [.. set];
            }
        }
    }

    private static IEnumerable<Coordinate> Where(JsonElement table, JsonElement root)
    {
        if (!table.TryGetProperty("where", out var where) || where.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var restriction in where.EnumerateObject().Where(r => r.Value.ValueKind == JsonValueKind.Array))
        {
            var codes = string.Join('+', restriction.Value.EnumerateArray().Select(c => c.GetString()).Order(StringComparer.Ordinal));

            // All quarters of a document are its period.
            yield return Coordinate.Of(restriction.Name, LenientJson.Text(root, "period") is { } period && restriction.Name == "quarter" ? period : codes);
        }
    }

    private static Legend? Marks(JsonElement element) =>
        element.TryGetProperty("marks", out var marks) && marks.ValueKind == JsonValueKind.Object
            ? Legend.Of(marks.EnumerateObject().Where(m => m.Name.Length > 0).Select(m => $"{m.Name}: {m.Value.GetString()}"))
            : null;
}
