using System.Globalization;
using Ingest.Cases;
using Ingest.Counting.Kernel;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>The quarter in which a person counts, or its year.</summary>
internal sealed class GatheredQuarters(string name, bool years) : GatheredColumn(name)
{
    private readonly Dictionary<string, int> numberOfText = new(StringComparer.Ordinal);
    private readonly Dictionary<short, int> numbers = [];
    private readonly List<int> gathered = [];

    public override IReadOnlyList<string> Sources => [];

    public override void Add(StoredCases block, int row, short quarter)
    {
        if (!numbers.TryGetValue(quarter, out int number))
        {
            string text = years ? Quarter.YearOf(quarter).ToString("D4", CultureInfo.InvariantCulture) : Quarter.CodeOf(quarter);
            if (!numberOfText.TryGetValue(text, out number))
            {
                numberOfText[text] = number = numberOfText.Count;
            }

            numbers[quarter] = number;
        }

        gathered.Add(number);
    }

    public override (KeyColumn Digits, IReadOnlyList<string> Texts) Finish() => GatheredTexts.Finish(gathered, numberOfText);
}
