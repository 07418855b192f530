namespace Host.Tests.Attacking.Corpus;

/// <summary>A variable with its items in the order of printing; an item is a leaf, or the sum of others.</summary>
internal sealed record Axis(string Name, IReadOnlyList<(string Label, string[] Parts)> Items)
{
    /// <summary>Leaves, and their total at the end.</summary>
    public static Axis Of(string name, string total, params string[] leaves) => new(name, [.. leaves.Select(l => (l, Array.Empty<string>())), (total, leaves)]);

    /// <summary>The total first, as many publishers print it.</summary>
    public static Axis TotalFirst(string name, string total, params string[] leaves) => new(name, [(total, leaves), .. leaves.Select(l => (l, Array.Empty<string>()))]);

    /// <summary>Groups, each before its members, and the total of the groups at the end.</summary>
    public static Axis Grouped(string name, string total, params (string Group, string[] Members)[] groups) =>
        new(name, [.. groups.SelectMany(g => g.Members.Select(m => (m, Array.Empty<string>())).Prepend((g.Group, g.Members))), (total, [.. groups.Select(g => g.Group)])]);

    public static Axis Leaves(string name, params string[] leaves) => new(name, [.. leaves.Select(l => (l, Array.Empty<string>()))]);

    public IEnumerable<string> Labels => Items.Select(i => i.Label);

    public IReadOnlyList<string> LeavesOf(string label)
    {
        var parts = Items.First(i => i.Label == label).Parts;
        return parts.Length == 0 ? [label] : [.. parts.SelectMany(LeavesOf)];
    }
}
