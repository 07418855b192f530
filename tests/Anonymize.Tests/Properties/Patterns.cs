using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Tests.Properties;

/// <summary>Fills tables with true figures and hides cells, one state for each definition, what was shown before shown again.</summary>
internal static class Patterns
{
    public static readonly Text Reason = new("Gerekçe.", "Reason.");

    /// <param name="instance">The world.</param>
    /// <param name="tables">What to print.</param>
    /// <param name="ledger">What was printed before.</param>
    /// <param name="hides">Tells for a definition and its true count whether to hide it.</param>
    public static ReleaseContent Fill(Instance instance, IReadOnlyList<TableDesign> tables, Ledger ledger, Func<CellDefinition, int, bool> hides)
    {
        var space = instance.Space;
        var kinds = instance.Persons.Select(space.KindOf).ToArray();
        var shown = ledger.Entries.SelectMany(e => e.Content.Tables).SelectMany(Shown).ToHashSet();
        var states = new Dictionary<CellDefinition, PublishedCell>();
        return Content(instance, tables.Select(t => new PublishedTable(t, Enumerable.Range(0, t.CellCount).Select(c => State(t.DefinitionOf(c))), Reason)));

        PublishedCell State(CellDefinition cell)
        {
            if (!states.TryGetValue(cell, out var state))
            {
                var region = space.Region(cell.Nodes);
                var count = kinds.Count(k => (region >> k & 1) == 1);
                state = !shown.Contains(cell) && hides(cell, count) ? PublishedCell.Hidden : PublishedCell.Show(count);
                states.Add(cell, state);
            }

            return state;
        }
    }

    public static ReleaseContent Content(Instance instance, IEnumerable<PublishedTable> tables) => new(Headers.Of(instance.Rules), instance.Variables, instance.Impossible, tables);

    /// <summary>The five ways to hide: rare figures, those and some others, some, all but the totals, all.</summary>
    public static Func<CellDefinition, int, bool> Random(Tape tape, int k)
    {
        var some = tape.Pick(30, 50, 70, 85);
        return tape.Next(6) switch
        {
            0 => (_, count) => count >= 1 && count < k,
            1 or 2 => (_, count) => (count >= 1 && count < k) || tape.Chance(some),
            3 => (_, _) => tape.Chance(some),
            4 => (cell, _) => cell.Nodes.Any(n => !string.Equals(n.Variable, InstanceBuilder.Quarter, StringComparison.Ordinal)),
            _ => (_, _) => true,
        };
    }

    /// <summary>Nothing, the totals, or some of the cells must stay shown.</summary>
    public static Func<TableDesign, CellDefinition, bool> MustShow(Tape choices)
    {
        var some = choices.Pick(10, 25, 50);
        var chosen = new Dictionary<CellDefinition, bool>();
        return choices.Next(4) switch
        {
            0 => (_, _) => false,
            1 => (_, cell) => cell.Nodes.All(n => string.Equals(n.Variable, InstanceBuilder.Quarter, StringComparison.Ordinal)),
            _ => (_, cell) => chosen.TryGetValue(cell, out var known) ? known : chosen[cell] = choices.Chance(some),
        };
    }

    public static Candidate Candidate(Instance instance, ReleaseContent content, Ledger ledger, IReadOnlyList<Witness> witnesses) => new(
        content,
        new Certificate(
            CertificateBinding.Of(content, instance.Rules, ledger),
            new Dictionary<string, IReadOnlyList<Witness>>(StringComparer.Ordinal) { [Instance.Population] = witnesses }));

    public static IReadOnlyDictionary<string, RecordView> Records(Instance instance) =>
        new Dictionary<string, RecordView>(StringComparer.Ordinal) { [Instance.Population] = instance.Records() };

    private static IEnumerable<CellDefinition> Shown(PublishedTable table) =>
        Enumerable.Range(0, table.Design.CellCount).Where(c => table.Cells[c].IsShown).Select(table.Design.DefinitionOf);
}
