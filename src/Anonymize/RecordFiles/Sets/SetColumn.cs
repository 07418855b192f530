using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Sets;

/// <summary>
/// A column whose cells hold several values with a delimiter between them, read as sets. However a set was written it is written in one way from here on: each
/// value once, without blanks around it, in the order of the hierarchy (ordinal without one). Order and repetition would tell who wrote the record. A cell
/// without a value is the empty set, which is a set like any other.
/// </summary>
public sealed class SetColumn
{
    private SetColumn(RecordColumn column, string[][] sets, char delimiter)
    {
        Column = column;
        Sets = sets;
        Delimiter = delimiter;
    }

    /// <summary>Each set as its one text.</summary>
    public RecordColumn Column { get; }

    /// <summary>The values of each set, by code of <see cref="Column"/>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sets { get; }

    public char Delimiter { get; }

    /// <param name="cells">As they were read.</param>
    /// <param name="delimiter">Between the values of a cell.</param>
    /// <param name="hierarchy">Of single values; null without one.</param>
    public static SetColumn Of(RecordColumn cells, char delimiter, Hierarchy? hierarchy = null)
    {
        var codeOf = new int[cells.Values.Count];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<string[]>();
        for (var code = 0; code < codeOf.Length; code++)
        {
            var set = Values(cells.Values[code], delimiter, hierarchy);
            var text = string.Join(delimiter, set);
            if (!known.TryGetValue(text, out codeOf[code]))
            {
                known.Add(text, codeOf[code] = sets.Count);
                sets.Add(set);
            }
        }

        var column = new RecordColumn(cells.Name, [.. known.Keys], cells.Rows, (first, codes) =>
        {
            cells.Read(first, codes);
            foreach (ref var code in codes)
            {
                code = codeOf[code];
            }
        });
        return new SetColumn(column, [.. sets], delimiter);
    }

    public override string ToString() => nameof(SetColumn);

    private static string[] Values(string cell, char delimiter, Hierarchy? hierarchy) =>
    [
        .. cell.Split(delimiter).Select(value => value.Trim()).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)
            .OrderBy(value => hierarchy?.Leaf(value) ?? 0).ThenBy(value => value, StringComparer.Ordinal),
    ];
}
