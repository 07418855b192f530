using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>What the rules of a specification say of each cell: what must stay possible, and what hiding it costs.</summary>
internal sealed class RuleReading(ContingencySpec spec)
{
    /// <param name="values">By cell.</param>
    /// <param name="printed">By cell.</param>
    /// <param name="primaries">Cells that are primary by name, with what alternatives must reach below and above.</param>
    public IEnumerable<Requirement> Requirements(long[] values, bool[] printed, IEnumerable<(int Cell, long Lower, long Upper)> primaries)
    {
        var named = primaries.GroupBy(p => p.Cell).ToDictionary(g => g.Key, g => (Lower: g.Max(p => p.Lower), Upper: g.Max(p => p.Upper)));
        var k = Scaled(spec.Rules.K)!.Value;
        for (var cell = 0; cell < values.Length; cell++)
        {
            if (!printed[cell])
            {
                continue;
            }

            var value = values[cell];
            if (named.TryGetValue(cell, out var bounds))
            {
                // Levels of protection that go below zero ask for zero (disclosure control, magnitude tables).
                yield return new Requirement(cell, Math.Min(bounds.Lower, value), bounds.Upper, bounds is (0, 0) ? 2 : 1);
            }
            else if ((value >= 1 && value < k) || (value == 0 && spec.Rules.Zeros == ZeroPolicy.Sensitive))
            {
                yield return Small(cell, value);
            }
        }
    }

    /// <summary>What is between two cells is a count as well, and small ones must stay open (R8).</summary>
    /// <param name="values">By cell.</param>
    /// <param name="pairs">Cells with a cell inside them.</param>
    public IEnumerable<Requirement> Differences(long[] values, IEnumerable<(int Whole, int Part)> pairs)
    {
        var k = Scaled(spec.Rules.K)!.Value;
        foreach (var (whole, part) in pairs)
        {
            if (values[whole] - values[part] is >= 1 and var value && value < k)
            {
                yield return Small(whole, value) with { Less = part };
            }
        }
    }

    /// <summary>What is left to a partner and small must be able to be nothing, and one less than the bound (R5).</summary>
    /// <param name="left">By cell, what somebody does not know.</param>
    /// <param name="printed">By cell.</param>
    public IEnumerable<Requirement> Residuals(long[] left, bool[] printed)
    {
        var bound = Scaled(spec.Rules.Residual)!.Value;
        return left.Index().Where(l => printed[l.Index] && l.Item >= 1 && l.Item < bound).Select(l => new Requirement(l.Index, l.Item, bound - 1 - l.Item, 1));
    }

    private Requirement Small(int cell, long value)
    {
        var (k, level) = (Scaled(spec.Rules.K)!.Value, spec.Rules.Level);
        var highest = level == ContingencyLevel.Strict ? k : Math.Max(k - 1, 0);
        return level == ContingencyLevel.Exact
            ? new Requirement(cell, 0, 0, 2)
            : new Requirement(cell, value, Math.Max(highest - value, 0), (int)Math.Min(3, highest + 1));
    }

    /// <summary>Cells that nobody prints must not be settled to hold 1 to k − 1; at the level exact they must not be settled.</summary>
    /// <param name="values">By cell.</param>
    /// <param name="cells">The cells.</param>
    public IEnumerable<Requirement> Latent(long[] values, IEnumerable<int> cells)
    {
        var k = Scaled(spec.Rules.K)!.Value;
        foreach (var cell in cells.Where(c => values[c] >= 1 && values[c] < k))
        {
            yield return spec.Rules.Level == ContingencyLevel.Exact
                ? new Requirement(cell, 0, 0, 2)
                : new Requirement(cell, values[cell], k - values[cell], 1) { IsEither = true };
        }
    }

    /// <summary>By cell.</summary>
    public double[] Costs(long[] values, IReadOnlyList<ContingencyTable> tables)
    {
        var unit = (double)Scaled(1)!.Value;
        var costs = values.Select(v => spec.Rules.Cost switch
        {
            HidingCost.Value => v / unit,
            HidingCost.Log => Math.Log(1 + (v / unit)),
            _ => 1.0,
        }).ToArray();
        if (spec.Rules.Weights.Count == 0)
        {
            return costs;
        }

        var weighed = new HashSet<int>();
        foreach (var table in tables)
        {
            for (var c = 0; c < table.Cells.Length; c++)
            {
                if (weighed.Add(table.Cells[c]))
                {
                    foreach (var (b, code) in table.CodesAt(c).Index())
                    {
                        var weights = spec.Rules.Weights.GetValueOrDefault(table.Spec.By[b]);
                        var category = table.CategoryAt(c, b);
                        costs[table.Cells[c]] *= weights is null ? 1
                            : table.Pools.FirstOrDefault(p => p.By == b && category < p.Rows) is { } axis ? axis.MembersOf(table.Leaves[b][category]).Average(m => weights.GetValueOrDefault(m.Code, 1))
                            : weights.GetValueOrDefault(code, 1);
                    }
                }
            }
        }

        return costs;
    }

    /// <summary>A number of the specification in the whole numbers of the input.</summary>
    public long? Scaled(decimal? number)
    {
        if (number is null)
        {
            return null;
        }

        var scaled = number.Value;
        for (var d = 0; d < spec.Decimals; d++)
        {
            scaled *= 10;
        }

        return checked((long)Math.Round(scaled, MidpointRounding.AwayFromZero));
    }
}
