using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>What the brute force thinks of a history of releases in a small world.</summary>
internal static class Worlds
{
    /// <summary>The duties that the releases together break; null where the populations are too many to list.</summary>
    public static IReadOnlyList<Obligation>? Broken(Instance instance, IReadOnlyList<ReleaseContent> releases, int limit = BruteForce.DefaultLimit)
    {
        var space = instance.Space;
        var duties = new Duties(space, instance.Persons, instance.Partners);
        return BruteForce.Broken(
            space,
            PublicFacts.Of(space, releases, instance.Background),
            releases.SelectMany(r => r.Tables).SelectMany(t => duties.Of(t.Design, instance.Rules)),
            limit);
    }

    /// <summary>A ledger of all releases but the last, each filled by chance where the brute force finds that safe and all hidden otherwise; null where even that is unsafe.</summary>
    public static Ledger? SafeHistory(Instance instance, Tape tape)
    {
        var ledger = Ledger.Empty.WithBackground(instance.Background);
        foreach (var tables in instance.Releases.SkipLast(1))
        {
            var content = Patterns.Fill(instance, tables, ledger, Patterns.Random(tape, instance.Rules.K));
            if (Broken(instance, [.. Contents(ledger), content]) is not { } broken)
            {
                return null;
            }

            if (broken.Count > 0)
            {
                content = Patterns.Fill(instance, tables, ledger, (_, _) => true);
                if (Broken(instance, [.. Contents(ledger), content]) is not { Count: 0 })
                {
                    return null;
                }
            }

            ledger = ledger.Append(content, instance.Rules);
        }

        return ledger;
    }

    public static IReadOnlyList<ReleaseContent> Contents(Ledger ledger) => [.. ledger.Entries.Select(e => e.Content)];

    /// <summary>Hiding nothing but the figures that a rule forbids to print: too rare, or too rare without some partner's own.</summary>
    public static ReleaseContent PrimariesOnly(Instance instance, IReadOnlyList<TableDesign> tables, Ledger ledger)
    {
        var space = instance.Space;
        var duties = new Duties(space, instance.Persons, instance.Partners);
        var forbidden = tables.SelectMany(t => duties.Of(t, instance.Rules)).Where(d => d.IsAboutFigure).Select(d => d.Region).ToHashSet();
        return Patterns.Fill(instance, tables, ledger, (cell, _) => forbidden.Contains(space.Region(cell.Nodes)));
    }

    /// <summary>Hiding the primaries alone would settle one of them.</summary>
    public static bool PrimariesAloneLeak(Instance instance, IReadOnlyList<TableDesign> tables, Ledger ledger) =>
        Broken(instance, [.. Contents(ledger), PrimariesOnly(instance, tables, ledger)]) is { } broken && broken.Any(b => b.IsAboutFigure);

    /// <summary>The world and what was printed of it, for a failure message.</summary>
    public static string Describe(Instance instance, IEnumerable<ReleaseContent> releases) =>
        instance.Describe() + string.Join('\n', releases.SelectMany(r => r.Tables).Select(t => t.Design.Id + ": " + string.Join(' ', t.Cells.Select(CellMark.Of))));
}
