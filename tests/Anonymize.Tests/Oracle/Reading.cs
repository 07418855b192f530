namespace Anonymize.Tests.Oracle;

/// <summary>The listed populations in the eyes of one attacker: those that keep every record the attacker knows.</summary>
internal sealed class Reading
{
    private readonly Alternatives _alternatives;
    private readonly int[] _known;
    private readonly bool _subtracts;

    public Reading(Alternatives alternatives, Insight insight)
    {
        _alternatives = alternatives;
        _subtracts = insight.SubtractsRecords;
        // Kinds that are counted together are exchangeable: known records of several kinds only need a place in their group.
        _known = [.. alternatives.Groups.Select(g => insight.Records.Where((_, kind) => (g >> kind & 1) == 1).Sum())];
    }

    /// <summary>The possible counts of each region.</summary>
    public Values[] ValuesOf(IReadOnlyList<UInt128> regions)
    {
        var members = regions.Select(r => Enumerable.Range(0, _known.Length).Where(g => (_alternatives.Groups[g] & r) != 0).ToArray()).ToArray();
        var bounded = members.Select(m => m.Where(g => !_alternatives.IsOpen[g]).ToArray()).ToArray();
        var rising = members.Select(m => m.Any(g => _alternatives.IsOpen[g])).ToArray();
        var offset = members.Select(m => m.Where(g => _subtracts ? !_alternatives.IsOpen[g] : _alternatives.IsOpen[g]).Sum(g => _subtracts ? -_known[g] : _known[g])).ToArray();
        var values = new Values[regions.Count];
        foreach (var population in _alternatives.Populations)
        {
            if (!Keeps(population))
            {
                continue;
            }

            for (var r = 0; r < values.Length; r++)
            {
                var count = offset[r];
                foreach (var group in bounded[r])
                {
                    count += population[group];
                }

                values[r] = values[r].With(count, rising[r]);
            }
        }

        return values;
    }

    private bool Keeps(int[] population)
    {
        for (var g = 0; g < population.Length; g++)
        {
            if (population[g] < _known[g] && !_alternatives.IsOpen[g])
            {
                return false;
            }
        }

        return true;
    }
}
