using System.Globalization;
using System.Text;
using Host.Samples.Population;
using Host.Samples.Shapes;

namespace Host.Samples.Truth;

/// <summary>
/// Distinct actual victims by quarter, sector, form and person group, in all and as each partner knows them: what an intake of all
/// partners' files must find. A person known to two partners is in both partners' numbers.
/// </summary>
internal sealed class VictimCounts
{
    private readonly SortedDictionary<string, long> _all = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _known = new(StringComparer.Ordinal);

    /// <summary>Counts a first report. Others than actual victims who agreed and have a quarter are left out.</summary>
    public void Add(Person person, string partner)
    {
        if (person.Kind != CaseKind.Actual)
            return;
        string cell = Cell(person, person.Period);
        Increase(_all, cell);
        Increase(_known, cell + "," + partner);
    }

    /// <summary>Notes that one more partner knows a person who is counted already.</summary>
    /// <param name="person">As reported now.</param>
    /// <param name="counted">The quarter of the first report.</param>
    /// <param name="partner">Another one than that of the first report.</param>
    public void AddKnower(Person person, SamplePeriod counted, string partner) => Increase(_known, Cell(person, counted) + "," + partner);

    public void Save(string allPath, string knownPath)
    {
        Save(_all, allPath, ["quarter", "sector", "form", "group", "count"]);
        Save(_known, knownPath, ["quarter", "sector", "form", "group", "partner", "count"]);
    }

    private static string Cell(Person person, SamplePeriod quarter) => string.Join(',', quarter.Code, person.Sector, person.Form, person.Group);

    private static void Increase(SortedDictionary<string, long> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static void Save(SortedDictionary<string, long> counts, string path, string[] header)
    {
        using var text = new DelimitedText(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(false), ',', "\n");
        text.WriteRow(header);
        foreach ((string key, long count) in counts)
            text.WriteRow([.. key.Split(','), count.ToString(CultureInfo.InvariantCulture)]);
    }
}
