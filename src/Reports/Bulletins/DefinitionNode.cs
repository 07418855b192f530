using System.Globalization;
using System.Text.Json;

namespace Reports.Bulletins;

/// <summary>
/// A place in the definition's JSON, with its path and the list that problems go to. Every read takes what is expected, so that one pass
/// finds all mistakes; after a mistake reading goes on with a stand-in, and the definition is thrown away at the end.
/// </summary>
internal sealed class DefinitionNode(JsonElement element, string path, List<BulletinProblem> problems)
{
    public string Path => path;

    public void Report(BulletinProblemCode code, string expected = "") => problems.Add(new BulletinProblem(code, path, expected));

    /// <summary>Says whether this is an object with no setting but these, each at most once.</summary>
    public bool IsObject(params ReadOnlySpan<string> settings)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report(BulletinProblemCode.WrongKind, "{ … }");
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var place = new DefinitionNode(property.Value, $"{path}.{property.Name}", problems);
            if (settings.IndexOf(property.Name) < 0)
            {
                place.Report(BulletinProblemCode.UnknownSetting, string.Join(", ", settings.ToArray()));
            }
            else if (!seen.Add(property.Name))
            {
                place.Report(BulletinProblemCode.RepeatedSetting);
            }
        }

        return true;
    }

    public DefinitionNode? Find(string setting) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(setting, out var value)
            ? new DefinitionNode(value, $"{path}.{setting}", problems)
            : null;

    public DefinitionNode? Need(string setting)
    {
        var node = Find(setting);
        if (node is null && element.ValueKind == JsonValueKind.Object)
        {
            new DefinitionNode(element, $"{path}.{setting}", problems).Report(BulletinProblemCode.MissingSetting);
        }

        return node;
    }

    public IReadOnlyList<DefinitionNode> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Report(BulletinProblemCode.WrongKind, "[ … ]");
            return [];
        }

        return [.. element.EnumerateArray().Select((e, i) => new DefinitionNode(e, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), problems))];
    }

    public IReadOnlyList<(string Name, DefinitionNode Value)> Entries()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report(BulletinProblemCode.WrongKind, "{ … }");
            return [];
        }

        return [.. element.EnumerateObject().Select(p => (p.Name, new DefinitionNode(p.Value, $"{path}.{p.Name}", problems)))];
    }

    public string ReadString()
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            Report(BulletinProblemCode.WrongKind, "\"…\"");
            return "?";
        }

        var text = element.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(BulletinProblemCode.UnexpectedValue, "\"…\"");
        }

        return text;
    }

    public bool ReadBool()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        Report(BulletinProblemCode.WrongKind, "true, false");
        return false;
    }

    public decimal ReadNumber(decimal least, decimal most)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out var number))
        {
            Report(BulletinProblemCode.WrongKind, "1");
            return least;
        }

        if (number < least || number > most)
        {
            Report(BulletinProblemCode.UnexpectedValue, string.Create(CultureInfo.InvariantCulture, $"{least} – {most}"));
        }

        return number;
    }

    public int ReadInteger(int least, int most)
    {
        var number = ReadNumber(least, most);
        if (number != decimal.Truncate(number))
        {
            Report(BulletinProblemCode.WrongKind, "1");
        }

        return (int)decimal.Clamp(number, least, most);
    }

    public T ReadChoice<T>(params ReadOnlySpan<(string Name, T Value)> choices)
    {
        var name = ReadString();
        foreach (var choice in choices)
        {
            if (string.Equals(choice.Name, name, StringComparison.Ordinal))
            {
                return choice.Value;
            }
        }

        Report(BulletinProblemCode.UnexpectedValue, string.Join(", ", choices.ToArray().Select(c => c.Name)));
        return choices[0].Value;
    }
}
