using Apache.Arrow;
using Apache.Arrow.Types;
using Ingest.Counting.Kernel;

namespace Ingest.Counting;

/// <summary>Makes the Arrow table of weighted distinct records from gathered columns.</summary>
internal static class CountedBatch
{
    public const string CountName = "count";
    public const string PartnerPrefix = "partner:";

    public static RecordBatch Make(IReadOnlyList<GatheredColumn> columns, GatheredPartners partners, int threads, CancellationToken ct)
    {
        (KeyColumn Digits, IReadOnlyList<string> Texts)[] finished = [.. columns.Select(column => column.Finish())];
        KeyColumn last = partners.Finish();
        WideGroups groups = WideGroups.Count([.. finished.Select(column => column.Digits), last], last.Rows, threads, ct);
        int[] start = Starts(groups, columns.Count);

        var fields = new List<Field>();
        var arrays = new List<IArrowArray>();
        for (int column = 0; column < columns.Count; column++)
        {
            int[] codes = groups.Codes[column];
            DictionaryArray array = Encode(System.Array.ConvertAll(start[..^1], at => codes[at]), finished[column].Texts);
            fields.Add(new Field(columns[column].Name, array.Data.DataType, nullable: false));
            arrays.Add(array);
        }

        int[][] numbers = Numbers(groups, start, partners.Partners.Count);
        for (int i = 0; i < numbers.Length; i++)
        {
            fields.Add(new Field(i == 0 ? CountName : PartnerPrefix + partners.Partners[i - 1].Value, Int32Type.Default, nullable: false));
            arrays.Add(new Int32Array.Builder().AppendRange(numbers[i]).Build());
        }

        return new RecordBatch(new Apache.Arrow.Schema(fields, null), arrays, start.Length - 1);
    }

    /// <summary>Where each combination of the first columns begins among the groups, and where the last one ends.</summary>
    private static int[] Starts(WideGroups groups, int columns)
    {
        List<int> start = [];
        for (int group = 0; group < groups.Counts.Length; group++)
        {
            bool same = group > 0;
            for (int column = 0; same && column < columns; column++)
            {
                same = groups.Codes[column][group] == groups.Codes[column][group - 1];
            }

            if (!same)
            {
                start.Add(group);
            }
        }

        start.Add(groups.Counts.Length);
        return [.. start];
    }

    /// <summary>[0] the counts of persons, [1 + p] those of them known to partner p.</summary>
    private static int[][] Numbers(WideGroups groups, int[] start, int partners)
    {
        int[][] numbers = [.. Enumerable.Range(0, partners + 1).Select(_ => new int[start.Length - 1])];
        int[] digits = groups.Codes[^1];
        for (int combination = 0; combination < start.Length - 1; combination++)
        {
            for (int group = start[combination]; group < start[combination + 1]; group++)
            {
                int digit = digits[group];
                numbers[0][combination] += digit < partners ? groups.Counts[group] : 0;
                numbers[1 + (digit % partners)][combination] += groups.Counts[group];
            }
        }

        return numbers;
    }

    public static DictionaryArray Encode(int[] indices, IReadOnlyList<string> texts) => new(
        new DictionaryType(Int32Type.Default, StringType.Default, ordered: false),
        new Int32Array.Builder().AppendRange(indices).Build(),
        new StringArray.Builder().AppendRange(texts).Build());
}
