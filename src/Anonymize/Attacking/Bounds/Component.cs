namespace Anonymize.Attacking.Bounds;

/// <summary>Unknowns that hang together, and the rows over them with what is known taken off.</summary>
/// <param name="Cells">Unknown cells of the system.</param>
/// <param name="Rows">Places in <paramref name="Cells"/> with coefficients, and the bounds of the row.</param>
/// <param name="Low">Of the unknowns.</param>
/// <param name="High">Of the unknowns; <see cref="BoundedSystem.Unbounded"/> where there is none.</param>
internal sealed record Component(
    int[] Cells, IReadOnlyList<((int Place, int Coefficient)[] Terms, long Low, long High)> Rows, long[] Low, long[] High)
{
    public static IReadOnlyList<Component> Of(BoundedSystem system)
    {
        var parent = Enumerable.Range(0, system.Low.Length).ToArray();
        int Root(int i)
        {
            while (parent[i] != i)
            {
                i = parent[i] = parent[parent[i]];
            }

            return i;
        }

        var rows = Enumerable.Range(0, system.RowCount).Select(system.Row).Select(r => (Row: r, Free: r.Cells.Where(c => !system.IsFixed(c)).ToArray())).Where(r => r.Free.Length > 0).ToArray();
        foreach (var (_, free) in rows)
        {
            foreach (var cell in free)
            {
                parent[Root(cell)] = Root(free[0]);
            }
        }

        var rowsOf = rows.ToLookup(r => Root(r.Free[0]), r => r.Row);
        return [.. Enumerable.Range(0, parent.Length).Where(c => !system.IsFixed(c)).GroupBy(Root).Select(g => Make(system, [.. g], [.. rowsOf[g.Key]]))];
    }

    public bool Fits(long[] solution) =>
        Enumerable.Range(0, solution.Length).All(i => solution[i] >= Low[i] && solution[i] <= High[i])
        && Rows.All(r => r.Terms.Sum(t => t.Coefficient * solution[t.Place]) is var sum && sum >= r.Low && sum <= r.High);

    private static Component Make(BoundedSystem system, int[] cells, (int[] Cells, int[] Coefficients, long Low, long High)[] rows)
    {
        var place = cells.Index().ToDictionary(c => c.Item, c => c.Index);
        return new Component(
            cells,
            [.. rows.Select(r =>
            {
                var known = r.Cells.Index().Where(c => !place.ContainsKey(c.Item)).Sum(c => r.Coefficients[c.Index] * system.Low[c.Item]);
                var terms = r.Cells.Index().Where(c => place.ContainsKey(c.Item)).Select(c => (place[c.Item], r.Coefficients[c.Index])).ToArray();
                return (terms, r.Low - known, r.High - known);
            })],
            [.. cells.Select(c => system.Low[c])],
            [.. cells.Select(c => CellBounds.Bound(system.High[c]) ?? BoundedSystem.Unbounded)]);
    }
}
