namespace EndToEnd.Demonstration;

/// <summary>
/// Persons as a flow: from the row of their sector to the sector, on to the form, to its declared category and to that category's row. Rows are
/// printed, so what enters and leaves them is fixed; everything else may be rerouted, one person at a time.
/// </summary>
internal sealed class PersonFlow
{
    private const int Unlimited = int.MaxValue / 2;

    private readonly List<(int From, int To)> _edges = [];
    private readonly List<int> _flow = [];
    private readonly int[] _figureEdges;
    private readonly int[] _sectors;
    private readonly int[] _categories;
    private readonly List<int>[] _touching;

    public PersonFlow(int[][] persons, bool[][] isPossible, int[] categoryOf, int[][] sectorRows, int[][] formRows)
    {
        var (sectors, forms, categories) = (persons.Length, categoryOf.Length, categoryOf.Max() + 1);
        _sectors = [.. persons.Select(row => row.Sum())];
        _categories = [.. Enumerable.Range(0, categories).Select(c => persons.Sum(row => row.Where((_, f) => categoryOf[f] == c).Sum()))];
        Persons = _sectors.Sum();
        var (form, category, sectorRow) = (sectors, sectors + forms, sectors + forms + categories);
        var formRow = sectorRow + sectorRows.Length;
        _figureEdges = new int[sectors + categories];
        for (var s = 0; s < sectors; s++)
        {
            _figureEdges[s] = Add(sectorRow + Array.FindIndex(sectorRows, r => r.Contains(s)), s, _sectors[s]);
        }

        for (var s = 0; s < sectors; s++)
        {
            for (var f = 0; f < forms; f++)
            {
                if (isPossible[s][f])
                {
                    Add(s, form + f, persons[s][f]);
                }
            }
        }

        for (var f = 0; f < forms; f++)
        {
            Add(form + f, category + categoryOf[f], persons.Sum(row => row[f]));
        }

        for (var c = 0; c < categories; c++)
        {
            _figureEdges[sectors + c] = Add(category + c, formRow + Array.FindIndex(formRows, r => r.Contains(c)), _categories[c]);
        }

        _touching = [.. Enumerable.Range(0, formRow + formRows.Length).Select(n => Enumerable.Range(0, _edges.Count).Where(e => _edges[e].From == n || _edges[e].To == n).ToList())];
    }

    public int Persons { get; }

    /// <summary>Sectors, then declared categories of the form.</summary>
    public IEnumerable<int> Figures => Enumerable.Range(0, _figureEdges.Length);

    public int this[int figure] => figure < _sectors.Length ? _sectors[figure] : _categories[figure - _sectors.Length];

    public IEnumerable<int> Margins(int[][] rows, bool isForm = false) => rows.Select(r => r.Sum(m => isForm ? _categories[m] : _sectors[m]));

    /// <summary>Some possible population has the figure at most <paramref name="low"/>, and some at least <paramref name="high"/>.</summary>
    public bool Reaches(int figure, int low, int high, int[]? capped = null, int cap = 0)
    {
        var limits = Enumerable.Repeat(Unlimited, _edges.Count).ToArray();
        foreach (var member in capped ?? [])
        {
            limits[_figureEdges[member]] = cap;
        }

        var edge = _figureEdges[figure];
        return Reroute(edge, this[figure] - low, _edges[edge].From, _edges[edge].To, limits) && Reroute(edge, high - this[figure], _edges[edge].To, _edges[edge].From, limits);
    }

    /// <summary>Moves so many persons off the edge (from its start round to its end) or onto it (from its end round to its start).</summary>
    private bool Reroute(int edge, int persons, int from, int to, int[] limits)
    {
        var flow = _flow.ToArray();
        for (; persons > 0; persons--)
        {
            var cameBy = new Dictionary<int, int> { [from] = -1 };
            var queue = new Queue<int>([from]);
            while (queue.TryDequeue(out var node) && !cameBy.ContainsKey(to))
            {
                foreach (var e in _touching[node].Where(e => e != edge))
                {
                    var isForward = _edges[e].From == node;
                    var next = isForward ? _edges[e].To : _edges[e].From;
                    if ((isForward ? flow[e] < limits[e] : flow[e] > 0) && cameBy.TryAdd(next, e))
                    {
                        queue.Enqueue(next);
                    }
                }
            }

            if (!cameBy.ContainsKey(to))
            {
                return false;
            }

            for (var node = to; node != from;)
            {
                var e = cameBy[node];
                var isForward = _edges[e].To == node;
                flow[e] += isForward ? 1 : -1;
                node = isForward ? _edges[e].From : _edges[e].To;
            }
        }

        return true;
    }

    private int Add(int from, int to, int flow)
    {
        _edges.Add((from, to));
        _flow.Add(flow);
        return _edges.Count - 1;
    }
}
