using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Publication.Rules;
using Publication.Tabulations;

namespace Anonymize.Contingency.Proofs;

/// <summary>Puts a pattern and its moves in the words of the verifier, which knows leaves and records and neither classes nor grids.</summary>
internal sealed class TabulationMaker
{
    private readonly ContingencySystem _system;
    private readonly ContingencyRecords _input;
    private readonly Dictionary<int, List<int>> _atomsOf = [];
    private readonly Dictionary<int, int[]> _leavesOf = [];

    /// <param name="system">The cells.</param>
    /// <param name="records">The input.</param>
    /// <param name="partner">The column that names whose record it is; null where that does not matter.</param>
    public TabulationMaker(ContingencySystem system, ContingencyRecords records, string? partner)
    {
        _system = system;
        _input = records;
        Records = Collapse(partner is null ? -1 : records.ColumnOf(partner));
        foreach (var (i, atom) in Records.Atoms.Index())
        {
            var column = ColumnOf([.. atom.Select((leaf, v) => system.Grid.Variables[v].ClassOfLeaf[leaf])]);
            if (!_atomsOf.TryGetValue(column, out var atoms))
            {
                _atomsOf.Add(column, atoms = []);
            }

            atoms.Add(i);
        }
    }

    /// <summary>The input, each combination of leaves once.</summary>
    public TabulatedRecords Records { get; }

    public Tabulation Make(ContingencySpec spec, bool[] isHidden)
    {
        TabulatedTable[] tables =
        [
            .. _system.Tables.Select(t => Table(t, [.. t.Cells.Select(c => isHidden[c] ? (long?)null : _system.Values[c])])),
            .. _system.Earlier.Select(e => Table(e.Table, [.. e.Known.Shown]) with { IsKnown = true, HiddenMin = e.Known.HiddenMin }),
        ];
        var facts = new List<TabulatedFact>();
        foreach (var (reference, low, high) in spec.External.Select(e => (e.Cell, e.Low, e.High)).Concat(spec.StructuralZeros.Select(z => (z, (decimal?)0, (decimal?)0))))
        {
            facts.AddRange(_system.References[reference].Select(cell => new TabulatedFact(
                LeavesOf(cell), low is { } l ? Scale(l, spec.Decimals) : 0, high is { } h ? Scale(h, spec.Decimals) : long.MaxValue)));
        }

        foreach (var link in spec.Links)
        {
            Forbid(facts, (link.If, true), (link.Then, false));
            if (link.IsBoth)
            {
                Forbid(facts, (link.If, false), (link.Then, true));
            }
        }

        var primaries = new Dictionary<(int, int), TabulatedPrimary>();
        foreach (var primary in spec.Rules.Primary)
        {
            foreach (var cell in _system.References[primary.Cell])
            {
                foreach (var (t, position) in _system.Tables.Index().SelectMany(t => t.Item.Cells.Index().Where(c => c.Item == cell).Select(c => (t.Index, c.Index))))
                {
                    var (down, up) = (Scale(primary.Lower, spec.Decimals), Scale(primary.Upper, spec.Decimals));
                    var known = primaries.GetValueOrDefault((t, position));
                    primaries[(t, position)] = new TabulatedPrimary(t, position, Math.Max(down, known?.Down ?? 0), Math.Max(up, known?.Up ?? 0));
                }
            }
        }

        var rules = new TabulationRules(
            Scale(spec.Rules.K, spec.Decimals),
            spec.Rules.Level switch { ContingencyLevel.Exact => ProtectionLevel.Exact, ContingencyLevel.Strict => ProtectionLevel.Strict, _ => ProtectionLevel.Band },
            spec.Rules switch { { Zeros: ZeroPolicy.Sensitive } => ZeroRule.Sensitive, { Zeros: ZeroPolicy.Free } => ZeroRule.Free, { HiddenMayBeZero: true } => ZeroRule.OpenUnknown, _ => ZeroRule.Open },
            [.. primaries.Values],
            spec.Rules.Kappa,
            spec.Rules.Slack,
            [.. _system.Trees.Select(t => t.Spec.Role == VariableSpecRole.Sensitive)])
        {
            HasSets = [.. _system.Trees.Select(t => t.Spec.Multiple is not null)],
            Persons = spec.Rules.Persons,
            Coalition = spec.Rules.Coalition,
            Residual = Scale(spec.Rules.Residual, spec.Decimals),
            Differences = spec.Rules.Differences,
            Latent = spec.Rules.Latent,
            Largest = spec.Rules.Concentration.Largest,
            Share = spec.Rules.Concentration.Share,
            Percent = spec.Rules.Concentration.Percent,
        };
        return new Tabulation(tables, rules, facts);
    }

    /// <summary>A move as a change of records: who leaves a column is taken from those who are there; who enters one gets its first leaves.</summary>
    public TabulationWitness Witness(CellMove move)
    {
        var atoms = new List<int[]>();
        var deltas = new List<long>();
        foreach (var (cell, delta) in move.Cells.Zip(move.Deltas).Where(c => c.First < _system.Grid.Columns))
        {
            if (delta > 0)
            {
                atoms.Add(FirstLeaves(cell));
                deltas.Add(delta);
                continue;
            }

            var left = -delta;
            foreach (var atom in _atomsOf.GetValueOrDefault(cell) ?? [])
            {
                var taken = Math.Min(left, Records.Counts[atom]);
                if (taken > 0)
                {
                    atoms.Add(Records.Atoms[atom]);
                    deltas.Add(-taken);
                    left -= taken;
                }
            }
        }

        return new TabulationWitness([.. atoms], [.. deltas]);
    }

    /// <summary>Nobody has both.</summary>
    private void Forbid(List<TabulatedFact> facts, ((string Variable, IReadOnlyList<string> Codes) Side, bool IsInside) one, ((string Variable, IReadOnlyList<string> Codes) Side, bool IsInside) other)
    {
        facts.Add(new TabulatedFact([.. _system.Trees.Select(t => Leaves(t, one) ?? Leaves(t, other) ?? t.Whole)], 0, 0));

        static int[]? Leaves(VariableTree tree, ((string Variable, IReadOnlyList<string> Codes) Side, bool IsInside) side)
        {
            if (!string.Equals(tree.Spec.Name, side.Side.Variable, StringComparison.Ordinal))
            {
                return null;
            }

            var inside = side.Side.Codes.SelectMany(c => tree.Find(c)!.Leaves).ToHashSet();
            return [.. tree.Whole.Where(l => inside.Contains(l) == side.IsInside)];
        }
    }

    private TabulatedRecords Collapse(int partner)
    {
        var columns = _system.Trees.Select(t => _input.ColumnOf(t.Spec.Name)).ToArray();
        var leaves = _system.Trees.Select((t, i) => _input.Values[columns[i]].Select(t.PositionOf).ToArray()).ToArray();
        var partners = partner < 0 ? 0 : _input.Values[partner].Count;
        var sums = new Dictionary<string, (int[] Atom, long[] Counts)>(StringComparer.Ordinal);
        for (var row = 0; row < _input.Weights.Count; row++)
        {
            var atom = new int[columns.Length];
            for (var v = 0; v < atom.Length; v++)
            {
                atom[v] = leaves[v][_input.Codes[columns[v]][row]];
            }

            var key = string.Join(',', atom);
            if (!sums.TryGetValue(key, out var sum))
            {
                sums.Add(key, sum = (atom, new long[partners + 1]));
            }

            sum.Counts[partners] = checked(sum.Counts[partners] + _input.Weights[row]);
            if (partner >= 0)
            {
                sum.Counts[_input.Codes[partner][row]] += _input.Weights[row];
            }
        }

        var kept = sums.Values.Where(s => s.Counts[partners] > 0).OrderBy(s => s.Atom, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToArray();
        return new TabulatedRecords(
            [.. _system.Trees.Select(t => t.Leaves.Length)],
            [.. kept.Select(k => k.Atom)],
            [.. kept.Select(k => k.Counts[partners])],
            [.. Enumerable.Range(0, partners).Where(p => kept.Any(k => k.Counts[p] > 0)).Select(p => kept.Select(k => k.Counts[p]).ToArray())]);
    }

    private TabulatedTable Table(ContingencyTable table, long?[] shown)
    {
        var by = table.Spec.By.Select(b => _system.Trees.Index().First(t => string.Equals(t.Item.Spec.Name, b, StringComparison.Ordinal)).Index).ToArray();
        return new TabulatedTable(table.Spec.Id, by, [.. table.Leaves.Select(c => c.ToArray())], table.Population, shown)
        {
            Pools = [.. table.Pools.Select(p => new PooledCategories(p.By, [.. p.Declared.Select(d => d.Leaves)], p.IsNamed, p.Rows))],
        };
    }

    private int[][] LeavesOf(int cell) => [.. _system.Grid.NodesOf(cell).Select((node, v) =>
        Enumerable.Range(0, _system.Trees[v].Leaves.Length).Where(l => _system.Grid.Variables[v].ClassesOf[node].Contains(_system.Grid.Variables[v].ClassOfLeaf[l])).ToArray())];

    private int[] FirstLeaves(int column)
    {
        if (!_leavesOf.TryGetValue(column, out var leaves))
        {
            var nodes = _system.Grid.NodesOf(column);
            _leavesOf.Add(column, leaves = [.. nodes.Select((n, v) => Array.IndexOf(_system.Grid.Variables[v].ClassOfLeaf, n))]);
        }

        return leaves;
    }

    private int ColumnOf(int[] classes)
    {
        var column = 0;
        for (var v = 0; v < classes.Length; v++)
        {
            column = (column * _system.Grid.Variables[v].Classes) + classes[v];
        }

        return column;
    }

    /// <summary>A number in units of the last decimal place.</summary>
    public static long Scale(decimal number, int decimals)
    {
        for (var d = 0; d < decimals; d++)
        {
            number *= 10;
        }

        return checked((long)Math.Round(number, MidpointRounding.AwayFromZero));
    }
}
