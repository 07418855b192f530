using Apache.Arrow;
using Apache.Arrow.Types;

namespace Host.Drafting;

/// <summary>Adds counts of the same variables up: each combination once, in ordinal order of its codes, so that the sum is the same however it was split.</summary>
internal static class CountSum
{
    private const string Count = "count";
    private const string Partner = "partner:";

    /// <param name="parts">At least one; all with the same columns of codes, in whatever order.</param>
    public static RecordBatch Of(IReadOnlyList<RecordBatch> parts)
    {
        string[] codes = [.. Names(parts[0]).Where(n => !IsNumber(n))];
        string[] numbers = [Count, .. parts.SelectMany(Names).Where(n => n.StartsWith(Partner, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var sums = new SortedDictionary<string[], int[]>(Comparer<string[]>.Create(Compare));
        foreach (var part in parts)
        {
            Func<int, string>[] words = [.. codes.Select(c => WordsOf(part.Column(c)))];
            Int32Array?[] values = [.. numbers.Select(n => Names(part).Contains(n, StringComparer.Ordinal) ? (Int32Array)part.Column(n) : null)];
            for (var row = 0; row < part.Length; row++)
            {
                var key = words.Select(w => w(row)).ToArray();
                if (!sums.TryGetValue(key, out var sum))
                {
                    sums.Add(key, sum = new int[numbers.Length]);
                }

                for (var n = 0; n < numbers.Length; n++)
                {
                    sum[n] += values[n]?.GetValue(row) ?? 0;
                }
            }
        }

        var fields = new List<Field>();
        var arrays = new List<IArrowArray>();
        for (var c = 0; c < codes.Length; c++)
        {
            var column = c;
            arrays.Add(Encode([.. sums.Keys.Select(k => k[column])]));
            fields.Add(new Field(codes[c], arrays[^1].Data.DataType, nullable: false));
        }

        for (var n = 0; n < numbers.Length; n++)
        {
            var column = n;
            arrays.Add(new Int32Array.Builder().AppendRange(sums.Values.Select(v => v[column])).Build());
            fields.Add(new Field(numbers[n], Int32Type.Default, nullable: false));
        }

        return new RecordBatch(new Schema(fields, null), arrays, sums.Count);
    }

    /// <summary>Names of the columns of a batch that hold codes.</summary>
    public static IEnumerable<string> CodesIn(RecordBatch batch) => Names(batch).Where(n => !IsNumber(n));

    private static IEnumerable<string> Names(RecordBatch batch) => batch.Schema.FieldsList.Select(f => f.Name);

    private static bool IsNumber(string name) => name == Count || name.StartsWith(Partner, StringComparison.Ordinal);

    private static Func<int, string> WordsOf(IArrowArray array) => array is DictionaryArray { Dictionary: StringArray words, Indices: Int32Array indices }
        ? row => words.GetString(indices.GetValue(row) ?? 0)
        : throw new InvalidOperationException("Counts have columns of codes and of numbers only.");

    private static DictionaryArray Encode(string[] words)
    {
        string[] distinct = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new DictionaryArray(
            new DictionaryType(Int32Type.Default, StringType.Default, ordered: false),
            new Int32Array.Builder().AppendRange(words.Select(w => System.Array.BinarySearch(distinct, w, StringComparer.Ordinal))).Build(),
            new StringArray.Builder().AppendRange(distinct).Build());
    }

    private static int Compare(string[]? one, string[]? other)
    {
        for (var i = 0; i < one!.Length; i++)
        {
            if (string.CompareOrdinal(one[i], other![i]) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }
}
