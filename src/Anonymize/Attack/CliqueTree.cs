namespace Anonymize.Attack;

/// <summary>
/// A junction tree over variables: cliques of a triangulated graph in which variables that meet in a cell are joined. Whole tables over the
/// cliques that agree on the separators come from one population of whole persons, so alternatives may be sought clique by clique (gluing;
/// see Lauritzen, Graphical Models, 1996, on decomposable models). Deterministic: ties fall to the lower variable.
/// </summary>
internal sealed class CliqueTree
{
    private CliqueTree(int[][] cliques, int[] parents, int[][] separators)
    {
        Cliques = cliques;
        Parents = parents;
        Separators = separators;
    }

    /// <summary>Variables of each clique, ascending; parents come before children.</summary>
    public int[][] Cliques { get; }

    /// <summary>Parent clique, −1 for the root.</summary>
    public int[] Parents { get; }

    /// <summary>Variables shared with the parent, ascending; may be empty (only the number of persons is shared).</summary>
    public int[][] Separators { get; }

    /// <param name="scopes">Sets of variables that meet in a cell or an impossible combination.</param>
    public static CliqueTree Build(IEnumerable<int[]> scopes)
    {
        var neighbours = new SortedDictionary<int, SortedSet<int>>();
        foreach (var scope in scopes)
        {
            foreach (var a in scope)
            {
                var own = neighbours.TryGetValue(a, out var set) ? set : neighbours[a] = [];
                own.UnionWith(scope.Where(b => b != a));
            }
        }

        return Connect(Maximal(Eliminate(neighbours)));
    }

    /// <summary>Min-fill elimination.</summary>
    private static List<int[]> Eliminate(SortedDictionary<int, SortedSet<int>> neighbours)
    {
        var cliques = new List<int[]>();
        while (neighbours.Count > 0)
        {
            var next = neighbours.MinBy(n => (Fill(n.Value, neighbours), n.Value.Count, n.Key)).Key;
            var around = neighbours[next];
            cliques.Add([.. around.Append(next).Order()]);
            foreach (var a in around)
            {
                neighbours[a].UnionWith(around.Where(b => b != a));
                neighbours[a].Remove(next);
            }

            neighbours.Remove(next);
        }

        return cliques;
    }

    private static int Fill(SortedSet<int> around, SortedDictionary<int, SortedSet<int>> neighbours) =>
        around.Sum(a => around.Count(b => b > a && !neighbours[a].Contains(b)));

    private static int[][] Maximal(List<int[]> cliques) =>
        [.. cliques.Where((c, i) => !cliques.Where((o, j) => j != i && (o.Length > c.Length || (o.Length == c.Length && j < i))).Any(o => c.All(o.Contains)))
            .OrderByDescending(c => c.Length).ThenBy(c => string.Join(',', c), StringComparer.Ordinal)];

    /// <summary>Maximum spanning tree on separator sizes (Prim), which is a junction tree of a triangulated graph.</summary>
    private static CliqueTree Connect(int[][] cliques)
    {
        if (cliques.Length == 0)
        {
            return new CliqueTree([[]], [-1], [[]]);
        }

        var order = new List<int> { 0 };
        var parents = new List<int> { -1 };
        while (order.Count < cliques.Length)
        {
            var best = (Size: -1, Clique: -1, Parent: -1);
            for (var c = 0; c < cliques.Length; c++)
            {
                if (order.Contains(c))
                {
                    continue;
                }

                for (var p = 0; p < order.Count; p++)
                {
                    var size = cliques[c].Intersect(cliques[order[p]]).Count();
                    if (size > best.Size)
                    {
                        best = (size, c, p);
                    }
                }
            }

            order.Add(best.Clique);
            parents.Add(best.Parent);
        }

        var ordered = order.Select(c => cliques[c]).ToArray();
        var separators = ordered.Select((c, i) => parents[i] < 0 ? [] : c.Intersect(ordered[parents[i]]).Order().ToArray()).ToArray();
        return new CliqueTree(ordered, [.. parents], separators);
    }
}
