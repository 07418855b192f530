using System.Globalization;
using System.Text;
using Host.Samples.Population;
using Host.Samples.Shapes;
using Host.Samples.Traps;

namespace Host.Samples.Truth;

/// <summary>What stands in each file: how many cases of each kind, and how many records repeat a person.</summary>
internal sealed class FileCounts
{
    private static readonly CaseKind[] Kinds = Enum.GetValues<CaseKind>();

    private readonly SortedDictionary<string, (string Partner, long[] Kinds, long Repeats)> _files = new(StringComparer.Ordinal);

    public void Add(CaseKind kind, Reported reported, bool repeat)
    {
        (string partner, long[] kinds, long repeats) = _files.TryGetValue(reported.Location.File, out var found)
            ? found
            : (reported.Partner.Id, new long[Kinds.Length], 0);
        kinds[(int)kind]++;
        _files[reported.Location.File] = (partner, kinds, repeats + (repeat ? 1 : 0));
    }

    public void Save(string path)
    {
        using var text = new DelimitedText(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(false), ',', "\n");
        text.WriteRow("file", "partner", "records", "actual", "possible", "notAVictim", "statusUnknown", "noConsent", "yearOnly", "repeats");
        foreach ((string file, (string partner, long[] kinds, long repeats)) in _files)
            text.WriteRow([file, partner, Text(kinds.Sum()), .. kinds.Select(Text), Text(repeats)]);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
