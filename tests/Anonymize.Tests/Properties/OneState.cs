using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>
/// §11.4: one definition has one state in all tables of a release, and what was shown once is shown with the same figure ever after. What was
/// hidden may be shown later only where no earlier promise breaks, which is for the brute force to say.
/// </summary>
internal static class OneState
{
    public static string? Fault(Judged judged, Tally tally)
    {
        var states = new Dictionary<CellDefinition, PublishedCell>();
        foreach (var release in judged.Releases)
        {
            var now = new Dictionary<CellDefinition, PublishedCell>();
            foreach (var (cell, state) in release.Tables.SelectMany(StatesOf))
            {
                tally.Count("definitions met again in a release", now.ContainsKey(cell));
                if (!now.TryAdd(cell, state) && now[cell] != state)
                {
                    return $"{cell} has two states in one release\n{judged.Describe()}";
                }
            }

            foreach (var (cell, state) in now)
            {
                if (states.TryGetValue(cell, out var earlier))
                {
                    tally.Count("definitions met again in a later release");
                    if (earlier.IsShown && state != earlier)
                    {
                        return $"{cell} was shown as {CellMark.Of(earlier)} and is {CellMark.Of(state)} now\n{judged.Describe()}";
                    }
                }

                states[cell] = state;
            }
        }

        return null;
    }

    private static IEnumerable<(CellDefinition Cell, PublishedCell State)> StatesOf(PublishedTable table) =>
        Enumerable.Range(0, table.Design.CellCount).Select(c => (table.Design.DefinitionOf(c), table.Cells[c]));
}
