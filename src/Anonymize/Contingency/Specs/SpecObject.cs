using System.Text.Json;

namespace Anonymize.Contingency.Specs;

/// <summary>
/// One object of a specification, read strictly: what is read is remembered, and <see cref="Close"/> reports every name that was not. Faults are
/// collected, so that a reader learns of all of them at once.
/// </summary>
internal sealed class SpecObject
{
    private readonly JsonElement _element;
    private readonly List<SpecFault> _faults;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public SpecObject(JsonElement element, string path, List<SpecFault> faults)
    {
        _element = element;
        _faults = faults;
        Path = path;
        IsObject = element.ValueKind == JsonValueKind.Object;
        if (!IsObject)
        {
            Report(SpecFaultKind.Invalid, path);
        }
    }

    public bool IsObject { get; }

    public string Path { get; }

    public string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    public void Report(SpecFaultKind kind, string path) => _faults.Add(new SpecFault(kind, path));

    /// <summary>The element of this name; null where it is absent or null.</summary>
    public JsonElement? Find(string name)
    {
        _read.Add(name);
        return IsObject && _element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
    }

    public string? Text(string name, bool isRequired = false)
    {
        if (Required(name, isRequired) is not { } found)
        {
            return null;
        }

        if (found.ValueKind == JsonValueKind.String && found.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Report(SpecFaultKind.Invalid, PathOf(name));
        return null;
    }

    public T Choice<T>(string name, T byDefault, bool isRequired = false)
        where T : struct, Enum
    {
        if (Text(name, isRequired) is not { } text)
        {
            return byDefault;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            var spelt = value.ToString();
            if (string.Equals(text, char.ToLowerInvariant(spelt[0]) + spelt[1..], StringComparison.Ordinal))
            {
                return value;
            }
        }

        Report(SpecFaultKind.Invalid, PathOf(name));
        return byDefault;
    }

    public bool Flag(string name)
    {
        switch (Find(name)?.ValueKind)
        {
            case null or JsonValueKind.False:
                return false;
            case JsonValueKind.True:
                return true;
            default:
                Report(SpecFaultKind.Invalid, PathOf(name));
                return false;
        }
    }

    public long Whole(string name, long byDefault, long least, long most)
    {
        if (Find(name) is not { } found)
        {
            return byDefault;
        }

        if (found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var value) && value >= least && value <= most)
        {
            return value;
        }

        Report(SpecFaultKind.Invalid, PathOf(name));
        return byDefault;
    }

    public decimal? Number(string name)
    {
        if (Find(name) is not { } found)
        {
            return null;
        }

        if (found.ValueKind == JsonValueKind.Number && found.TryGetDecimal(out var value) && value >= 0)
        {
            return value;
        }

        Report(SpecFaultKind.Invalid, PathOf(name));
        return null;
    }

    public IReadOnlyList<string> Texts(string name, bool isRequired = false) =>
        Required(name, isRequired) is { } found ? TextsIn(found, PathOf(name)) : [];

    public IReadOnlyList<SpecObject> Objects(string name, bool isRequired = false)
    {
        if (Required(name, isRequired) is not { } found)
        {
            return [];
        }

        if (found.ValueKind == JsonValueKind.Array)
        {
            return [.. found.EnumerateArray().Select((e, i) => new SpecObject(e, $"{PathOf(name)}[{i}]", _faults))];
        }

        Report(SpecFaultKind.Invalid, PathOf(name));
        return [];
    }

    /// <summary>An object that stands somewhere inside this one.</summary>
    public SpecObject Inside(JsonElement element, string path) => new(element, path, _faults);

    public SpecObject? Inner(string name) => Find(name) is { } found ? new SpecObject(found, PathOf(name), _faults) : null;

    /// <summary>Every name of this object with its element, all of them read.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Entries()
    {
        foreach (var property in IsObject ? _element.EnumerateObject() : default)
        {
            _read.Add(property.Name);
            yield return (property.Name, property.Value);
        }
    }

    /// <summary>An array of texts or whole numbers; a single text stands for an array of one.</summary>
    public IReadOnlyList<string> TextsIn(JsonElement element, string path)
    {
        var items = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToArray() : [element];
        var texts = new List<string>();
        foreach (var (i, item) in items.Index())
        {
            if (item.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                texts.Add(item.ToString());
            }
            else
            {
                Report(SpecFaultKind.Invalid, $"{path}[{i}]");
            }
        }

        return texts;
    }

    /// <summary>Reports names that nobody asked for, and names written twice.</summary>
    public void Close()
    {
        if (!IsObject)
        {
            return;
        }

        foreach (var names in _element.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            if (!_read.Contains(names.Key))
            {
                Report(SpecFaultKind.Unknown, PathOf(names.Key));
            }
            else if (names.Skip(1).Any())
            {
                Report(SpecFaultKind.Contradictory, PathOf(names.Key));
            }
        }
    }

    private JsonElement? Required(string name, bool isRequired)
    {
        var found = Find(name);
        if (found is null && isRequired && IsObject)
        {
            Report(SpecFaultKind.Missing, PathOf(name));
        }

        return found;
    }
}
