using System.Globalization;
using System.Text;
using Host.Samples.Shapes;
using Host.Samples.Traps;

namespace Host.Samples.Truth;

/// <summary>Writes which pairs of records are one person, and which only look so.</summary>
internal sealed class PairLog : IDisposable
{
    private readonly DelimitedText _text;

    public PairLog(string path)
    {
        _text = new DelimitedText(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(false), ',', "\n");
        _text.WriteRow(
            "samePerson", "why", "firstPartner", "firstFile", "firstRow", "firstCase", "secondPartner", "secondFile", "secondRow", "secondCase");
    }

    public void Add(bool samePerson, string why, Reported first, Reported second) => _text.WriteRow(
        samePerson ? "yes" : "no",
        why,
        first.Partner.Id,
        first.Location.File,
        first.Location.Row.ToString(CultureInfo.InvariantCulture),
        first.CaseNumber,
        second.Partner.Id,
        second.Location.File,
        second.Location.Row.ToString(CultureInfo.InvariantCulture),
        second.CaseNumber);

    public void Dispose() => _text.Dispose();
}
