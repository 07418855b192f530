using System.Globalization;
using System.Text;
using Host.Samples.Population;
using Host.Samples.Shapes;

namespace Host.Samples.Truth;

/// <summary>Distinct actual victims by quarter, sector, form and person group: what an intake of all partners' files must find.</summary>
internal sealed class VictimCounts
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts a first report. Others than actual victims who agreed and have a quarter are left out.</summary>
    public void Add(Person person)
    {
        if (person.Kind != CaseKind.Actual)
            return;
        string key = string.Join(',', person.Period.Code, person.Sector, person.Form, person.Group);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    public void Save(string path)
    {
        using var text = new DelimitedText(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(false), ',', "\n");
        text.WriteRow("quarter", "sector", "form", "group", "count");
        foreach ((string key, long count) in _counts)
            text.WriteRow([.. key.Split(','), count.ToString(CultureInfo.InvariantCulture)]);
    }
}
