using Ingest.Cases;
using Ingest.Counting.Kernel;
using Ingest.Schema;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>A single-valued column at its leaves or at a level. Not collected counts as the list says.</summary>
internal sealed class GatheredCodes : GatheredColumn
{
    private readonly CaseColumn column;
    private readonly byte[] digitOfLeaf = new byte[256];
    private readonly string[] texts;
    private readonly List<byte> digits = [];

    public GatheredCodes(string name, CaseColumn column, CodeList list, CodeLevel? level)
        : base(name)
    {
        this.column = column;
        texts = [.. LeafCodes.At(list, level).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int leaf = 0;
        foreach (string code in LeafCodes.At(list, level))
        {
            digitOfLeaf[leaf++] = (byte)Array.BinarySearch(texts, code, StringComparer.Ordinal);
        }

        // Only lists used in sets have no such leaf.
        digitOfLeaf[MissingCode.NotCollected] = list.NotCollectedAs < 0
            ? throw new ArgumentException("The code list says nothing of what was not collected.", nameof(list))
            : digitOfLeaf[list.NotCollectedAs];
    }

    public override IReadOnlyList<string> Sources => [CaseFileSchema.NameOf(column)];

    public override void Add(StoredCases block, int row, short quarter) => digits.Add(digitOfLeaf[block.Rows.Codes(column)[row]]);

    public override (KeyColumn Digits, IReadOnlyList<string> Texts) Finish() => (new ByteKeyColumn(digits.ToArray(), texts.Length), texts);
}
