namespace Anonymize.Contingency.Systems;

/// <summary>Tables as published, in the grid of their cells. Holds no figure that is not printed.</summary>
/// <param name="Grid">The cells.</param>
/// <param name="Variables">Names of its variables.</param>
/// <param name="Classes">[variable][class] the code of its first leaf where the tables say it, otherwise a number.</param>
/// <param name="Groups">[variable][class] codes that the tables say of the categories that hold it, besides its name.</param>
/// <param name="Tables">The tables.</param>
/// <param name="Shown">[cell] the figure; null where it is hidden or nobody prints it.</param>
/// <param name="IsPrinted">[cell] stands in some table, as a figure or a mark.</param>
internal sealed record PublishedCells(
    CellGrid Grid, IReadOnlyList<string> Variables, IReadOnlyList<string[]> Classes, IReadOnlyList<string[][]> Groups, IReadOnlyList<ContingencyTable> Tables, long?[] Shown, bool[] IsPrinted)
{
    /// <summary>Tables with layouts and what is in their rows.</summary>
    public IReadOnlyList<ContingencyTable> Judged { get; init; } = [];

    /// <summary>The leaves are all there can be. Otherwise which there are tells what occurs, and none may be named.</summary>
    public bool HasEveryLeaf { get; init; }
}
