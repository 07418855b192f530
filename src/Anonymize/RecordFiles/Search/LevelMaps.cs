using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Search;

/// <summary>From categories of one level to those of another, by attribute, each made once.</summary>
internal sealed class LevelMaps(IReadOnlyList<Hierarchy> hierarchies)
{
    private readonly int[]?[][][] _maps = [.. hierarchies.Select(h => Enumerable.Range(0, h.Levels).Select(_ => new int[]?[h.Levels]).ToArray())];
    private readonly int[][] _counts = [.. hierarchies.Select(h => Enumerable.Range(0, h.Levels).Select(h.Count).ToArray())];

    public int Attributes => _counts.Length;

    public int Levels(int attribute) => _counts[attribute].Length;

    public int Count(int attribute, int level) => _counts[attribute][level];

    public int[] Map(int attribute, int from, int to) => _maps[attribute][from][to] ??= hierarchies[attribute].Map(from, to);
}
