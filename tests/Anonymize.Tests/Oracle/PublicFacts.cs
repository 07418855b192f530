using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Tests.Oracle;

/// <summary>Reads what a newspaper reader can read: every shown figure of every release, and what others have published.</summary>
internal static class PublicFacts
{
    public static IReadOnlyList<PublicFact> Of(AtomSpace space, IEnumerable<ReleaseContent> releases, IEnumerable<BackgroundFact> background) =>
    [
        .. releases.SelectMany(r => r.Tables).SelectMany(t => Of(space, t))
            .Concat(background.Select(b => new PublicFact(space.Region(b.Cell.Nodes), b.Low, b.High)))
            .Distinct(),
    ];

    private static IEnumerable<PublicFact> Of(AtomSpace space, PublishedTable table)
    {
        var position = 0;
        foreach (var rows in Crossings(table.Design.Axes))
        {
            var cell = table.Cells[position++];
            if (cell.State is CellState.Shown or CellState.NotApplicable)
            {
                var value = cell.IsShown ? cell.Value : 0;
                yield return new PublicFact(space.Region([.. table.Design.Where, .. rows.Where(r => r.Node is not null).Select(r => r.Node!)]), value, value);
            }
        }
    }

    /// <summary>Printed cells in printed order: the last axis runs fastest.</summary>
    private static IEnumerable<IReadOnlyList<AxisRow>> Crossings(IReadOnlyList<Axis> axes)
    {
        IEnumerable<IReadOnlyList<AxisRow>> crossings = [[]];
        foreach (var axis in axes)
        {
            crossings = crossings.SelectMany(c => axis.Rows.Select(r => (AxisRow[])[.. c, r]));
        }

        return crossings;
    }
}
