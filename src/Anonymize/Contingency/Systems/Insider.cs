namespace Anonymize.Contingency.Systems;

/// <summary>
/// Somebody who knows that certain records are there: a person the own one, partners theirs. No alternative that has fewer of them in a column deceives this one.
/// </summary>
/// <param name="own">By column, how many are known to be there.</param>
internal sealed class Insider(IReadOnlyDictionary<int, long> own)
{
    /// <summary>Columns in which this one knows records, ascending.</summary>
    public int[] Columns { get; } = [.. own.Keys.Order()];

    /// <summary>Positions of the partners who share this knowledge; empty for persons.</summary>
    public IReadOnlyList<int> Members { get; init; } = [];

    /// <summary>Several insiders at once, who need not know of each other: what serves them all is more than is asked for.</summary>
    public bool IsJoint { get; private init; }

    /// <summary>A person of a column.</summary>
    public static Insider Person(int column) => new(new Dictionary<int, long> { [column] = 1 });

    /// <summary>A person of each of some columns, every one knowing the own record only.</summary>
    public static Insider Persons(IEnumerable<int> columns) => new(columns.ToDictionary(c => c, _ => 1L)) { IsJoint = true };

    /// <summary>How many this one knows to be in a cell; nothing is said of cells that are no columns, since their columns say it.</summary>
    public long Own(int cell) => own.GetValueOrDefault(cell);

    /// <summary>The alternative has all that this one knows to be there.</summary>
    public bool Admits(Moves.CellMove move, long[] values)
    {
        foreach (var column in Columns)
        {
            if (values[column] + move.At(column) < Own(column))
            {
                return false;
            }
        }

        return true;
    }
}
