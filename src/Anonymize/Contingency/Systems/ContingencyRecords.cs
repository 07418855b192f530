namespace Anonymize.Contingency.Systems;

/// <summary>Input of the table engine: coded columns, and what each row counts. Rows of equal codes add up.</summary>
public sealed class ContingencyRecords
{
    private readonly Dictionary<string, int> _columns;

    /// <param name="names">Columns, named once each.</param>
    /// <param name="values">[column][code] text of a code.</param>
    /// <param name="codes">[column][row] code.</param>
    /// <param name="weights">[row] persons, or a magnitude scaled to whole numbers; not negative.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a weight is negative.</exception>
    public ContingencyRecords(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string>> values, IReadOnlyList<int[]> codes, IReadOnlyList<long> weights)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(weights);
        if (values.Count != names.Count || codes.Count != names.Count || codes.Any(c => c.Length != weights.Count) || weights.Any(w => w < 0))
        {
            throw new ArgumentException("Columns, codes and weights do not fit each other.", nameof(codes));
        }

        _columns = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        Names = names;
        Values = values;
        Codes = codes;
        Weights = weights;
    }

    /// <summary>Weights are sums of something, not numbers of persons.</summary>
    public bool IsMagnitude { get; init; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<IReadOnlyList<string>> Values { get; }

    public IReadOnlyList<int[]> Codes { get; }

    public IReadOnlyList<long> Weights { get; }

    /// <summary>The same with each combination of codes once.</summary>
    /// <exception cref="OverflowException">A sum passes 64 bits.</exception>
    public ContingencyRecords Collapsed()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var (rows, sums) = (new List<int>(), new List<long>());
        for (var row = 0; row < Weights.Count; row++)
        {
            var key = string.Join(',', Codes.Select(c => c[row]));
            if (!first.TryGetValue(key, out var at))
            {
                first.Add(key, at = rows.Count);
                rows.Add(row);
                sums.Add(0);
            }

            sums[at] = checked(sums[at] + Weights[row]);
        }

        return new ContingencyRecords(Names, Values, [.. Codes.Select(c => rows.Select(r => c[r]).ToArray())], sums) { IsMagnitude = IsMagnitude };
    }

    /// <summary>Position of a column, or −1.</summary>
    public int ColumnOf(string name) => _columns.GetValueOrDefault(name, -1);
}
