namespace Publication.Tabulations;

/// <summary>
/// Attribute disclosure (R3) in printed tables: where all of a group but a few lie in one category of a sensitive variable, whoever belongs to the few learns about the rest. Some
/// alternative must have more outside.
/// </summary>
internal sealed class AttributeCheck
{
    private readonly List<(int Table, int Whole, int Part, long Wanted)> _open = [];

    /// <param name="tabulation">Tables and rules.</param>
    /// <param name="values">[table][cell] true values.</param>
    public AttributeCheck(Tabulation tabulation, long[][] values)
    {
        if (tabulation.Rules.Kappa < 0)
        {
            return;
        }

        foreach (var (t, table) in tabulation.Tables.Index())
        {
            var stride = 1;
            for (var b = table.By.Length - 1; b >= 0; stride *= table.Categories[b].Length, b--)
            {
                if (!tabulation.Rules.IsSensitive[table.By[b]])
                {
                    continue;
                }

                var sets = table.Categories[b].Select(c => c.ToHashSet()).ToArray();
                for (var whole = 0; whole < table.Shown.Length; whole++)
                {
                    var of = whole / stride % sets.Length;
                    for (var category = 0; category < sets.Length; category++)
                    {
                        var part = whole + ((category - of) * stride);
                        var outside = values[t][whole] - values[t][part];
                        if (values[t][whole] >= 1 && outside <= tabulation.Rules.Kappa && sets[category].IsProperSubsetOf(sets[of]))
                        {
                            _open.Add((t, whole, part, tabulation.Rules.Kappa + 1 + tabulation.Rules.Slack - outside));
                        }
                    }
                }
            }
        }
    }

    /// <summary>Takes note of what an alternative reaches.</summary>
    /// <param name="changes">[table] change by cell.</param>
    public void Learn(Dictionary<int, long>[] changes) =>
        _open.RemoveAll(o => changes[o.Table].GetValueOrDefault(o.Whole) - changes[o.Table].GetValueOrDefault(o.Part) >= o.Wanted);

    /// <summary>Categories whose outside no alternative reached.</summary>
    public IEnumerable<(int Table, int Position)> Unreached() => _open.Select(o => (o.Table, o.Part));
}
