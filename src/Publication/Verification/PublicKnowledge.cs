using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// What everybody can read about one population, and what everybody still owes it: the figures of this release and of every earlier one,
/// the declared impossibilities, and the tables whose cells stay guarded, each under the rules of its day.
/// </summary>
internal sealed class PublicKnowledge
{
    private PublicKnowledge(IReadOnlyList<Fact> facts, IReadOnlyList<ImpossibleCombination> impossible, IReadOnlyList<(TableDesign, RuleSet)> guarded)
    {
        Facts = facts;
        Impossible = impossible;
        Guarded = guarded;
    }

    /// <summary>Distinct facts, in ordinal order of cells.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    public IReadOnlyList<ImpossibleCombination> Impossible { get; }

    public IReadOnlyList<(TableDesign Design, RuleSet Rules)> Guarded { get; }

    /// <summary>
    /// Earlier tables count where they can count a person of this release: where their restriction and one of this release's do not exclude each
    /// other. The others are about other persons, and no sum links them.
    /// </summary>
    public static PublicKnowledge Of(string population, ReleaseContent content, RuleSet rules, Ledger ledger)
    {
        var current = content.Tables.Where(t => Concerns(t.Design, population)).ToArray();
        var known = new List<(PublishedTable Table, RuleSet Rules)>(current.Select(t => (t, rules)));
        var rest = ledger.Entries.SelectMany(e => e.Content.Tables.Select(t => (Table: t, e.Rules))).Where(t => Concerns(t.Table.Design, population)).ToList();
        while (rest.RemoveAll(t => known.Exists(k => Overlaps(k.Table.Design, t.Table.Design)) && Add(known, t)) > 0)
        {
            // Until no further table is linked: a year brings in its quarters, a quarter the year it is part of.
        }

        var facts = known.SelectMany(k => FactsOf(k.Table))
            .Concat(ledger.Background.Where(b => string.Equals(b.Cell.Population, population, StringComparison.Ordinal)).Select(b => new Fact(b.Cell, b.Low, b.High)))
            .Distinct()
            .OrderBy(f => f.Cell.Key, StringComparer.Ordinal)
            .ToArray();
        var impossible = content.Impossible
            .Concat(ledger.Entries.SelectMany(e => e.Content.Impossible))
            .Where(i => string.Equals(i.Population, population, StringComparison.Ordinal))
            .GroupBy(i => string.Join(';', i.Nodes), StringComparer.Ordinal)
            .Select(g => g.First())
            .ToArray();
        return new PublicKnowledge(facts, impossible, [.. known.Select(k => (k.Table.Design, k.Rules))]);
    }

    public static IEnumerable<Fact> FactsOf(PublishedTable table)
    {
        for (var cell = 0; cell < table.Design.CellCount; cell++)
        {
            if (table.Cells[cell].IsShown)
            {
                yield return new Fact(table.Design.DefinitionOf(cell), table.Cells[cell].Value, table.Cells[cell].Value);
            }
        }
    }

    private static bool Add(List<(PublishedTable Table, RuleSet Rules)> known, (PublishedTable Table, RuleSet Rules) table)
    {
        known.Add(table);
        return true;
    }

    private static bool Concerns(TableDesign design, string population) => string.Equals(design.Population, population, StringComparison.Ordinal);

    private static bool Overlaps(TableDesign a, TableDesign b) =>
        a.Where.All(x => b.Where.Where(y => string.Equals(x.Variable, y.Variable, StringComparison.Ordinal)).All(y => x.Leaves.Intersect(y.Leaves, StringComparer.Ordinal).Any()));
}
