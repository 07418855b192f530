namespace Ingest.Rules;

/// <summary>
/// Gathers findings while a file is read: the true number per rule and column, and the first rows of each. There is no way to put a
/// cell's value into it.
/// </summary>
internal sealed class FindingLog(RuleBook rules, int rowsPerFinding = FindingLog.DefaultRows)
{
    /// <summary>Rows named per rule and column; totals are always true.</summary>
    public const int DefaultRows = 20;

    /// <summary>The column number of a finding that is about the whole row or file.</summary>
    public const int NoColumn = -1;

    private readonly Dictionary<(RuleCode Rule, int Column), Entry> entries = [];

    /// <summary>Records a finding and says whether it keeps a row out.</summary>
    public bool Add(RuleCode rule, int row, int column = NoColumn)
    {
        if (!entries.TryGetValue((rule, column), out Entry? entry))
        {
            entries.Add((rule, column), entry = new Entry());
        }

        entry.Count++;
        if (row > 0 && entry.Rows.Count < rowsPerFinding)
        {
            entry.Rows.Add(row);
        }

        return rules[rule].Severity >= Severity.Error;
    }

    /// <summary>The findings, worst first, then by rule and column.</summary>
    public IEnumerable<(Rule Rule, int Column, long Count, IReadOnlyList<int> Rows)> All() =>
        from entry in entries
        let rule = rules[entry.Key.Rule]
        orderby rule.Severity descending, rule.Code, entry.Key.Column
        select (rule, entry.Key.Column, entry.Value.Count, (IReadOnlyList<int>)entry.Value.Rows);

    private sealed class Entry
    {
        public long Count { get; set; }

        public List<int> Rows { get; } = [];
    }
}
