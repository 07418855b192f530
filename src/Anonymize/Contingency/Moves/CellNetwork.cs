using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Moves;

/// <summary>
/// A system as a network, where it is one: each relation is a place, each cell an edge between two of them (or to the outside), and changes flow along edges
/// and are kept at places. Tables of two variables, one of them with a hierarchy, are networks (disclosure control, 3.4). Whole amounts then
/// have whole flows, and whatever an attacker can conclude a search along paths shows.
/// </summary>
internal sealed class CellNetwork
{
    private CellNetwork(int places, int[] tails, int[] heads)
    {
        Places = places;
        Tails = tails;
        Heads = heads;
        var edges = new List<int>[places];
        for (var p = 0; p < places; p++)
        {
            edges[p] = [];
        }

        for (var cell = 0; cell < tails.Length; cell++)
        {
            edges[tails[cell]].Add(cell);
            if (heads[cell] != tails[cell])
            {
                edges[heads[cell]].Add(cell);
            }
        }

        Edges = [.. edges.Select(e => e.ToArray())];
    }

    /// <summary>Number of places; the last one is the outside.</summary>
    public int Places { get; }

    /// <summary>[cell] place that a growing cell takes from.</summary>
    public int[] Tails { get; }

    /// <summary>[cell] place that a growing cell gives to.</summary>
    public int[] Heads { get; }

    /// <summary>[place] cells that end there.</summary>
    public int[][] Edges { get; }

    /// <summary>The network of a system; null where it is none.</summary>
    public static CellNetwork? Of(ContingencySystem system)
    {
        var relations = system.Grid.Relations;
        var meetings = new List<(int Relation, int Sign)>[system.Count];
        foreach (var (r, relation) in relations.Index())
        {
            Meet(relation.Whole, r, -1);
            foreach (var part in relation.Parts)
            {
                Meet(part, r, 1);
            }
        }

        if (meetings.Any(m => m is { Count: > 2 }) || SidesOf(relations, meetings) is not { } sides)
        {
            return null;
        }

        var outside = relations.Count;
        var tails = new int[system.Count];
        var heads = new int[system.Count];
        for (var cell = 0; cell < system.Count; cell++)
        {
            (tails[cell], heads[cell]) = (outside, outside);
            foreach (var (relation, sign) in meetings[cell] ?? [])
            {
                if (sign * sides[relation] > 0)
                {
                    heads[cell] = relation;
                }
                else
                {
                    tails[cell] = relation;
                }
            }
        }

        return new CellNetwork(relations.Count + 1, tails, heads);

        void Meet(int cell, int relation, int sign) => (meetings[cell] ??= []).Add((relation, sign));
    }

    /// <summary>A sign for each relation by which every cell enters one and leaves the other; null where there is none.</summary>
    private static int[]? SidesOf(IReadOnlyList<Relation> relations, List<(int Relation, int Sign)>[] meetings)
    {
        var sides = new int[relations.Count];
        var queue = new Queue<int>();
        for (var start = 0; start < sides.Length; start++)
        {
            if (sides[start] != 0)
            {
                continue;
            }

            sides[start] = 1;
            queue.Enqueue(start);
            while (queue.TryDequeue(out var r))
            {
                foreach (var cell in relations[r].Parts.Append(relations[r].Whole))
                {
                    if (meetings[cell].Count < 2)
                    {
                        continue;
                    }

                    var (here, there) = meetings[cell][0].Relation == r ? (meetings[cell][0], meetings[cell][1]) : (meetings[cell][1], meetings[cell][0]);
                    var side = -here.Sign * sides[r] * there.Sign;
                    if (sides[there.Relation] == 0)
                    {
                        sides[there.Relation] = side;
                        queue.Enqueue(there.Relation);
                    }
                    else if (sides[there.Relation] != side)
                    {
                        return null;
                    }
                }
            }
        }

        return sides;
    }
}
