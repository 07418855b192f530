namespace Publication.Tabulations;

/// <summary>Whether what is printed is what the records give, and nothing is shown that a rule hides by itself.</summary>
/// <param name="tabulation">What is to be printed.</param>
/// <param name="counters">[table].</param>
/// <param name="demands">The rules.</param>
/// <param name="values">[table][cell] as the records give them.</param>
internal sealed class FigureCheck(Tabulation tabulation, TableCounter[] counters, TabulationDemands demands, long[][] values)
{
    private readonly List<TabulationFinding> _findings = [];

    public IReadOnlyList<TabulationFinding> Findings()
    {
        var states = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (t, table) in tabulation.Tables.Index())
        {
            if (table is { IsLatent: true } or { IsPooled: true })
            {
                continue;
            }

            if (table.IsKnown)
            {
                CheckKnown(t, table);
                continue;
            }

            for (var cell = 0; cell < table.Shown.Length; cell++)
            {
                var value = values[t][cell];
                if (table.Shown[cell] is { } shown)
                {
                    if (shown != value)
                    {
                        Find(TabulationFindingKind.WrongFigure, t, cell);
                    }

                    if (demands.IsSmall(value))
                    {
                        Find(TabulationFindingKind.PrimaryShown, t, cell);
                    }
                }
                else if (value == 0 && tabulation.Rules.Zeros is ZeroRule.Open or ZeroRule.OpenUnknown)
                {
                    Find(TabulationFindingKind.ZeroHidden, t, cell);
                }

                if (tabulation.Tables.Count > 1)
                {
                    var key = counters[t].DefinitionOf(cell);
                    if (states.TryGetValue(key, out var isShown) && isShown != table.Shown[cell].HasValue)
                    {
                        Find(TabulationFindingKind.Inconsistent, t, cell);
                    }

                    states[key] = table.Shown[cell].HasValue;
                }
            }
        }

        foreach (var primary in tabulation.Rules.Primaries.Where(p => tabulation.Tables[p.Table].Shown[p.Position].HasValue))
        {
            Find(TabulationFindingKind.PrimaryShown, primary.Table, primary.Position);
        }

        return _findings;
    }

    private void CheckKnown(int t, TabulatedTable table)
    {
        for (var cell = 0; cell < table.Shown.Length; cell++)
        {
            if (table.Shown[cell] is { } shown ? shown != values[t][cell] : values[t][cell] < table.HiddenMin)
            {
                Find(TabulationFindingKind.FactContradicted, t, cell);
            }
        }
    }

    private void Find(TabulationFindingKind kind, int table, int position) => _findings.Add(new TabulationFinding(kind, table, position));
}
