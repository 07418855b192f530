namespace Anonymize.Attack;

/// <summary>
/// Answers questions for moves near home first: within the clique that the question is about, then among the cliques tied closely to it, then
/// everywhere. Most alternatives are local, and a local programme is a hundred times smaller. Keeps the state of the rows for all of them.
/// </summary>
internal sealed class RegionalSolver(AttackSystem system, IReadOnlyList<(CellRow Row, int Low, int High)> rows) : IDisposable
{
    private readonly RowState[] _states = new RowState[rows.Count];
    private readonly Dictionary<string, MoveSolver> _solvers = new(StringComparer.Ordinal);
    private IReadOnlyList<int[]> _sums = [];

    /// <summary>Cost of moving one person in or out of a priced row; to be set before the first question.</summary>
    public double[] Costs { get; } = new double[rows.Count];

    /// <summary>Grows whenever a row or a sum becomes known, priced or hidden.</summary>
    public long Version { get; private set; }

    /// <summary>Units of work done.</summary>
    public long Work => _solvers.Values.Sum(s => s.Work);

    /// <summary>Further sums of columns that are known beside the rows.</summary>
    public IReadOnlyList<int[]> Sums
    {
        get => _sums;
        set
        {
            _sums = value;
            Version++;
            foreach (var solver in _solvers.Values)
            {
                solver.Sums = value;
            }
        }
    }

    public RowState this[int row]
    {
        get => _states[row];
        set
        {
            if (_states[row] == value)
            {
                return;
            }

            _states[row] = value;
            Version++;
            foreach (var solver in _solvers.Values)
            {
                solver[row] = value;
            }
        }
    }

    /// <summary>A row that is known goes with this change.</summary>
    public bool Admits(int row, int change) => change >= rows[row].Low && change <= rows[row].High;

    /// <summary>As <see cref="MoveSolver.Find"/>; a proposal of what to hide is made over all cliques only.</summary>
    public Move? Find(MoveRequest request, List<int> touched)
    {
        foreach (var region in RegionsOf(request))
        {
            var proposal = new List<int>();
            if (SolverOf(region).Find(request, proposal) is { } move && proposal.Count == 0)
            {
                return move;
            }
        }

        return SolverOf(null).Find(request, touched);
    }

    public void Dispose()
    {
        foreach (var solver in _solvers.Values)
        {
            solver.Dispose();
        }
    }

    private IEnumerable<HashSet<int>> RegionsOf(MoveRequest request)
    {
        var homes = request.Form.Terms.Select(t => system.Columns[t.Column].Clique).Distinct().ToHashSet();
        if (homes.Count == 0 || system.Tree.Cliques.Length == 1)
        {
            yield break;
        }

        yield return homes;
        var near = Near(homes);
        if (near.Count > homes.Count && near.Count < system.Tree.Cliques.Length)
        {
            yield return near;
        }
    }

    /// <summary>Cliques reached over junctions as wide as the widest at home.</summary>
    private HashSet<int> Near(HashSet<int> homes)
    {
        var tree = system.Tree;
        var width = Enumerable.Range(1, tree.Cliques.Length - 1)
            .Where(c => homes.Contains(c) || homes.Contains(tree.Parents[c]))
            .Select(c => tree.Separators[c].Length)
            .DefaultIfEmpty(0)
            .Max();
        var near = new HashSet<int>(homes);
        while (Enumerable.Range(1, tree.Cliques.Length - 1)
            .Where(c => tree.Separators[c].Length >= width && near.Contains(c) != near.Contains(tree.Parents[c]))
            .Select(c => near.Contains(c) ? tree.Parents[c] : c)
            .ToArray() is { Length: > 0 } more)
        {
            near.UnionWith(more);
        }

        return near;
    }

    private MoveSolver SolverOf(HashSet<int>? region)
    {
        var key = region is null ? "" : string.Join(',', region.Order());
        if (!_solvers.TryGetValue(key, out var solver))
        {
            solver = new MoveSolver(system, rows, region) { Sums = _sums };
            Costs.CopyTo(solver.Costs, 0);
            for (var r = 0; r < _states.Length; r++)
            {
                if (_states[r] != RowState.Known)
                {
                    solver[r] = _states[r];
                }
            }

            _solvers.Add(key, solver);
        }

        return solver;
    }
}
