namespace Host.Tests.Attacking.Corpus;

/// <summary>A table counted from its leaves, with every sum that it obeys.</summary>
internal sealed class Crossing
{
    private readonly Dictionary<string, Figure> _figures = new(StringComparer.Ordinal);

    /// <param name="axes">The variables that are crossed.</param>
    /// <param name="leaf">The count of a combination of leaves; asked once for each, in the order of the axes.</param>
    public Crossing(IReadOnlyList<Axis> axes, Func<string[], int> leaf)
    {
        Axes = axes;
        var leaves = Products([.. axes.Select(a => a.Items.Where(i => i.Parts.Length == 0).Select(i => i.Label).ToArray())])
            .ToDictionary(Key, leaf, StringComparer.Ordinal);
        foreach (var items in Products([.. axes.Select(a => a.Labels.ToArray())]))
        {
            _figures.Add(Key(items), new Figure(Products([.. items.Select((label, v) => axes[v].LeavesOf(label).ToArray())]).Sum(l => leaves[Key(l)])));
        }
    }

    public IReadOnlyList<Axis> Axes { get; }

    public Figure this[params string[] items] => _figures[Key(items)];

    public IEnumerable<string[]> Cells => Products([.. Axes.Select(a => a.Labels.ToArray())]);

    public IEnumerable<Sum> Sums =>
        from items in Cells
        from v in Enumerable.Range(0, Axes.Count)
        let parts = Axes[v].Items.First(i => i.Label == items[v]).Parts
        where parts.Length > 0
        select new Sum(this[items], [.. parts.Select(p => this[[.. items[..v], p, .. items[(v + 1)..]]])]);

    public Crossing Hide(string mark, params string[][] cells) => Hide(mark, 0, null, cells);

    public Crossing Hide(string mark, int low, int? high, params string[][] cells)
    {
        foreach (var cell in cells)
        {
            this[cell].Hide(mark, low, high);
        }

        return this;
    }

    private static string Key(string[] items) => string.Join('\u001f', items);

    private static IEnumerable<string[]> Products(string[][] choices) =>
        choices.Aggregate(
            (IEnumerable<string[]>)[[]],
            (heads, items) => heads.SelectMany(_ => items, (head, item) => (string[])[.. head, item]));
}
