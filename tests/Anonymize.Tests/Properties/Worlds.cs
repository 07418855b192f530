using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>What the brute force thinks of a history of releases in a small world.</summary>
internal static class Worlds
{
    /// <summary>The duties that the releases together break; null where the populations are too many to list.</summary>
    public static IReadOnlyList<Obligation>? Broken(Instance instance, IReadOnlyList<ReleaseContent> releases, IEnumerable<BackgroundFact> background, int limit = BruteForce.DefaultLimit)
    {
        var space = instance.Space;
        var duties = new Duties(space, instance.Persons, instance.Partners);
        return BruteForce.Broken(
            space,
            PublicFacts.Of(space, releases, background),
            releases.SelectMany(r => r.Tables).SelectMany(t => duties.Of(t.Design, instance.Rules)),
            limit);
    }

    /// <summary>A ledger of all releases but the last, each filled by chance where the brute force finds that safe and all hidden otherwise.</summary>
    public static Ledger? SafeHistory(Instance instance, Tape tape)
    {
        var ledger = Ledger.Empty;
        foreach (var tables in instance.Releases.SkipLast(1))
        {
            var content = Patterns.Fill(instance, tables, ledger, Patterns.Random(tape, instance.Rules.K));
            if (Broken(instance, [.. Contents(ledger), content], []) is not { } broken)
            {
                return null;
            }

            ledger = ledger.Append(broken.Count == 0 ? content : Patterns.Fill(instance, tables, ledger, (_, _) => true), instance.Rules);
        }

        return ledger;
    }

    public static IReadOnlyList<ReleaseContent> Contents(Ledger ledger) => [.. ledger.Entries.Select(e => e.Content)];

    /// <summary>Hiding nothing but what the rules name: the figures of 1 to k − 1.</summary>
    public static ReleaseContent PrimariesOnly(Instance instance, IReadOnlyList<TableDesign> tables, Ledger ledger) =>
        Patterns.Fill(instance, tables, ledger, (_, count) => count >= 1 && count < instance.Rules.K);
}
