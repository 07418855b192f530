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
    private readonly HashSet<CellDefinition> _settled;

    private PublicKnowledge(IReadOnlyList<Fact> facts, IReadOnlyList<ImpossibleCombination> impossible, IReadOnlyList<(TableDesign, RuleSet)> guarded, HashSet<CellDefinition> settled)
    {
        _settled = settled;
        Facts = facts;
        Impossible = impossible;
        Guarded = guarded;
    }

    /// <summary>Distinct facts, in ordinal order of cells.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    public IReadOnlyList<ImpossibleCombination> Impossible { get; }

    public IReadOnlyList<(TableDesign Design, RuleSet Rules)> Guarded { get; }

    /// <summary>
    /// The requirement is about figures that an earlier release has printed: the attacker reads the answer already, and nothing that is or is
    /// not published now can change it. So it is when a partner reports, after publication, a person whom another had reported before: the
    /// partner then knows more of a figure long printed than it did when the figure was judged.
    /// </summary>
    public bool IsSettled(Requirement requirement) => _settled.Contains(requirement.Cell) && (requirement.Minus is null || _settled.Contains(requirement.Minus));

    /// <summary>
    /// Earlier tables and outside figures count where they can count a person of this release: where their restriction and one of this release's
    /// do not exclude each other. The others are about other persons, and no sum links them. A combination declared impossible for the first
    /// time is news about every earlier table it touches.
    /// </summary>
    public static PublicKnowledge Of(string population, ReleaseContent content, RuleSet rules, Ledger ledger)
    {
        bool Concerns(string other) => string.Equals(other, population, StringComparison.Ordinal);

        var known = content.Tables.Where(t => Concerns(t.Design.Population)).Select(t => (Table: t, Rules: rules)).ToList();
        var earlier = ledger.Entries.SelectMany(e => e.Content.Tables.Select(t => (Table: t, e.Rules))).Where(t => Concerns(t.Table.Design.Population)).ToList();
        var outside = ledger.Background.Where(b => Concerns(b.Cell.Population)).ToList();
        var figures = new List<BackgroundFact>();
        var linked = known.Select(k => k.Table.Design.Where).Concat(DeclaredAnew(population, content, ledger)).ToList();
        bool IsLinked(IReadOnlyList<Node> where) => linked.Exists(l => Overlaps(l, where));

        while (Move(earlier, known, t => t.Table.Design.Where) | Move(outside, figures, b => b.Cell.Nodes))
        {
            // Until nothing further is linked: a year brings in its quarters, a quarter the year it is part of.
        }

        var facts = known.SelectMany(k => FactsOf(k.Table))
            .Concat(figures.Select(b => new Fact(b.Cell, b.Low, b.High)))
            .Distinct()
            .OrderBy(f => f.Cell.Key, StringComparer.Ordinal)
            .ToArray();
        var impossible = ImpossibleIn(population, [content, .. ledger.Entries.Select(e => e.Content)]).DistinctBy(KeyOf).ToArray();
        var current = content.Tables.ToHashSet();
        var settled = known.Where(k => !current.Contains(k.Table)).SelectMany(k => FactsOf(k.Table)).Select(f => f.Cell).ToHashSet();
        return new PublicKnowledge(facts, impossible, [.. known.Select(k => (k.Table.Design, k.Rules))], settled);

        bool Move<T>(List<T> from, List<T> to, Func<T, IReadOnlyList<Node>> where)
        {
            var moved = from.FindAll(f => IsLinked(where(f)));
            from.RemoveAll(moved.Contains);
            to.AddRange(moved);
            linked.AddRange(moved.Select(where));
            return moved.Count > 0;
        }
    }

    /// <summary>What the table says in figures: a count where shown, and nobody where it says that nobody can be.</summary>
    public static IEnumerable<Fact> FactsOf(PublishedTable table)
    {
        for (var cell = 0; cell < table.Design.CellCount; cell++)
        {
            if (table.Cells[cell].State is CellState.Shown or CellState.NotApplicable)
            {
                var count = table.Cells[cell].IsShown ? table.Cells[cell].Value : 0;
                yield return new Fact(table.Design.DefinitionOf(cell), count, count);
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Node>> DeclaredAnew(string population, ReleaseContent content, Ledger ledger)
    {
        var declared = ImpossibleIn(population, ledger.Entries.Select(e => e.Content)).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return ImpossibleIn(population, [content]).Where(i => !declared.Contains(KeyOf(i))).Select(i => i.Nodes);
    }

    private static IEnumerable<ImpossibleCombination> ImpossibleIn(string population, IEnumerable<ReleaseContent> contents) =>
        contents.SelectMany(c => c.Impossible).Where(i => string.Equals(i.Population, population, StringComparison.Ordinal));

    private static string KeyOf(ImpossibleCombination combination) => string.Join(';', combination.Nodes);

    private static bool Overlaps(IReadOnlyList<Node> a, IReadOnlyList<Node> b) =>
        a.All(x => b.Where(y => string.Equals(x.Variable, y.Variable, StringComparison.Ordinal)).All(y => x.Leaves.Intersect(y.Leaves, StringComparer.Ordinal).Any()));
}
