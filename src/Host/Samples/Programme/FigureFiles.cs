using System.Globalization;
using System.Text;
using Host.Samples.Partners;
using Host.Samples.Population;
using Host.Samples.Randomness;
using Host.Samples.Shapes;
using Ingest.Programme;
using Ingest.Schema;

namespace Host.Samples.Programme;

/// <summary>
/// Writes what the invented partners report for the indicators of the catalogue: <c>figures/</c> in each partner's folder, and the truth of it.
/// Drawn apart from the cases, so that neither changes the other.
/// </summary>
internal sealed class FigureFiles(CodeLists lists, ulong seed)
{
    private const int FirstQuarterly = 8;
    private const int GrowthPerMille = 45;
    private const int SwingPerMille = 160;

    private readonly List<string[]> _truth = [];

    public void Save(string root)
    {
        foreach (SamplePartner partner in SamplePartners.All)
        {
            foreach (IGrouping<string, SamplePeriod> file in Enumerable.Range(0, SamplePeriod.Count).Select(i => new SamplePeriod(i)).GroupBy(NameOf, StringComparer.Ordinal))
            {
                Save(root, partner, file.Key, [.. file]);
            }
        }

        using var text = new DelimitedText(new FileStream(Path.Combine(root, "truth", "figures.csv"), FileMode.CreateNew), new UTF8Encoding(false), ',', "\n");
        text.WriteRow("quarter", "indicator", "by", "partner", "value");
        foreach (string[] row in _truth)
            text.WriteRow(row);
    }

    private static string NameOf(SamplePeriod period) => period.Index >= FirstQuarterly ? period.Code : period.Year.ToString(CultureInfo.InvariantCulture);

    private void Save(string root, SamplePartner partner, string name, IReadOnlyList<SamplePeriod> periods)
    {
        Indicator[] own = [.. lists.Indicators.All.Where(i => i.Reporters.Any(r => r.Value == partner.Id))];
        string[] variables = [.. own.SelectMany(i => i.By).Distinct(StringComparer.Ordinal)];
        string language = partner.Id == "UOK" ? "en" : "tr";
        string path = Path.Combine(root, partner.Folder, "figures", name + ".csv");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var text = new DelimitedText(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(true), language == "tr" ? ';' : ',', "\r\n");
        text.WriteRow([
            lists[IndicatorCatalogue.Variable].Label.In(language), language == "tr" ? "Dönem" : "Quarter", .. variables.Select(v => lists[v].Label.In(language)),
            language == "tr" ? "Değer" : "Value",
        ]);
        foreach (SamplePeriod period in periods)
        {
            foreach (Indicator indicator in own)
                Write(text, partner, indicator, period, variables, language);
        }
    }

    private void Write(DelimitedText text, SamplePartner partner, Indicator indicator, SamplePeriod period, string[] variables, string language)
    {
        foreach ((string[] codes, int value) in Draw(partner, indicator, period))
        {
            string number = value.ToString(CultureInfo.InvariantCulture);
            text.WriteRow([
                Word(IndicatorCatalogue.Variable, indicator.Code, language), period.Code,
                .. variables.Select(v => indicator.By.ToList().IndexOf(v) is >= 0 and var at ? Word(v, codes[at], language) : ""), number,
            ]);
            _truth.Add([period.Code, indicator.Code, string.Join(' ', codes), partner.Id, number]);
        }
    }

    private (string[] Codes, int Value)[] Draw(SamplePartner partner, Indicator indicator, SamplePeriod period)
    {
        // A stream of its own for every figure: one more indicator changes no other.
        ulong stream = Encoding.UTF8.GetBytes($"{partner.Id} {indicator.Code} {period.Code}").Aggregate(14695981039346656037UL, (hash, b) => (hash ^ b) * 1099511628211UL);
        var random = new Pcg32(seed ^ 0x00F1_6000_00F1_6000UL, stream);
        int perMille = 1000 + (GrowthPerMille * period.Index / 2) - SwingPerMille + random.Below((2 * SwingPerMille) + 1);
        int total = (int)((long)indicator.Baseline * perMille / (4000L * indicator.Reporters.Count));
        if (indicator.By.Count == 0)
            return [([], total)];

        var drawn = new SortedDictionary<string, (string[] Codes, int Value)>(StringComparer.Ordinal);
        for (int i = 0; i < total; i++)
        {
            string[] codes = [.. indicator.By.Select(variable => FigureShares.Of(indicator.Code, variable).Draw(random))];
            string key = string.Join(' ', codes);
            drawn[key] = (codes, drawn.GetValueOrDefault(key).Value + 1);
        }

        return [.. drawn.Values];
    }

    private string Word(string variable, string code, string language) => lists[variable].Codes[lists[variable].IndexOf(code)].Label.In(language);
}
