using System.Numerics;
using Ingest.Cases;
using Ingest.Counting.Kernel;
using Ingest.Schema;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>A multi-valued column: the set of its codes, at its leaves or at a level, is one value. Nothing known is <c>UNK</c>.</summary>
internal sealed class GatheredSets(string name, SetColumn column, CodeList list, CodeLevel? level) : GatheredColumn(name)
{
    private const char Separator = ';';
    private const string Unknown = "UNK";

    private readonly string[] codeOfLeaf = [.. LeafCodes.At(list, level)];
    private readonly Dictionary<ulong, int> numbers = [];
    private readonly Dictionary<string, int> numberOfText = new(StringComparer.Ordinal);
    private readonly List<int> gathered = [];

    public override IReadOnlyList<string> Sources => [CaseFileSchema.NameOf(column)];

    public override void Add(StoredCases block, int row, short quarter)
    {
        ulong set = block.Rows.Sets(column)[row];
        if (!numbers.TryGetValue(set, out int number))
        {
            // Different sets of leaves may be one set of groups.
            string text = TextOf(set);
            if (!numberOfText.TryGetValue(text, out number))
            {
                numberOfText[text] = number = numberOfText.Count;
            }

            numbers[set] = number;
        }

        gathered.Add(number);
    }

    public override (KeyColumn Digits, IReadOnlyList<string> Texts) Finish() => GatheredTexts.Finish(gathered, numberOfText);

    private string TextOf(ulong set)
    {
        ulong codes = set & MissingCode.CodeBits;
        if (codes == 0)
        {
            return set == 0 ? string.Empty : Unknown;
        }

        var texts = new SortedSet<string>(StringComparer.Ordinal);
        for (; codes != 0; codes &= codes - 1)
        {
            texts.Add(codeOfLeaf[BitOperations.TrailingZeroCount(codes)]);
        }

        return string.Join(Separator, texts);
    }
}
