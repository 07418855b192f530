using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace EndToEnd.RulePages;

/// <summary>
/// A population small enough to list every other population that gives the same publication. With all of them as witnesses the verdict of the
/// verifier is exact: what it refuses is unsafe, and no better search would help.
/// </summary>
internal sealed class WorkedExample(IReadOnlyList<Variable> variables, IReadOnlyList<(string[] Leaves, int Persons, int KnownToPartner)> records)
{
    private const string Population = "victims";

    public IReadOnlyList<ImpossibleCombination> Impossible { get; init; } = [];

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public static RuleSet DefaultRules { get; } =
        RuleSetReader.Read(File.ReadAllBytes(Path.Combine(Architecture.SourceTree.Root, "src/Publication/Rules/bulletin-2.json")));

    public static Variable Variable(string name, VariableRole role, params string[] leaves) =>
        new(name, role, Plain(name), leaves.Select(l => new Category(l, Plain(l))));

    /// <summary>An axis whose rows are single categories, or pools written <c>CON+FSH</c>, and the Total.</summary>
    public Axis Axis(string variable, params string[] rows)
    {
        var known = variables.Single(v => v.Name == variable);
        return new Axis(
            variable,
            known.Label,
            known.Role,
            known.Leaves.Select(l => new DeclaredCategory(l.Code, l.Label, new Node(variable, [l.Code]))),
            [.. rows.Select(r => new AxisRow(r, Plain(r), new Node(variable, r.Split('+')), r.Split('+'))), AxisRow.Total(Plain("Total"))],
            isAdditive: true);
    }

    /// <summary>The table with its true figures, hidden where told so by the codes of the rows.</summary>
    public PublishedTable Table(string id, IEnumerable<Node> where, Func<string[], bool> isHidden, params Axis[] axes)
    {
        var design = new TableDesign(id, Plain(id), Population, where, axes);
        var cells =
            from cell in Enumerable.Range(0, design.CellCount)
            let rows = axes.Select((axis, a) => axis.Rows[design.RowOf(cell, a)].Code).ToArray()
            select isHidden(rows) ? PublishedCell.Hidden : PublishedCell.Show(CountOf(design.DefinitionOf(cell)));
        return new PublishedTable(design, cells, Plain("example"));
    }

    public ReleaseContent Release(RuleSet rules, params PublishedTable[] tables) => new(
        new ReleaseHeader
        {
            Id = "2025-Q4.1", Period = ReleasePeriod.OfQuarter(2025, 4), Title = Plain("example"), Country = "TUR", Programme = "example",
            ClassificationVersion = "1", CutOff = new DateOnly(2026, 1, 20), PublicationDate = new DateOnly(2026, 2, 14), RuleSet = rules.Identity,
            InputsHmac = new string('0', 64), ProductVersion = "0", PartnersIncluded = 1, PartnersExpected = 1,
        },
        variables,
        Impossible,
        tables);

    public bool IsSafe(RuleSet rules, params PublishedTable[] tables)
    {
        var view = View();
        var content = Release(rules, tables);
        var certificate = new Certificate(
            CertificateBinding.Of(content, rules, Ledger),
            new Dictionary<string, IReadOnlyList<Witness>> { [Population] = Alternatives(view, PublicKnowledge.Of(Population, content, rules, Ledger)) });
        var outcome = ReleaseVerifier.Verify(new Candidate(content, certificate), new Dictionary<string, RecordView> { [Population] = view }, Ledger, rules);
        if (outcome.Findings.Any(f => f.Code != FindingCodes.RequirementUnmet))
            throw new InvalidOperationException($"The example itself is wrong: {outcome.Findings[0]}.");

        return outcome.Verified is not null;
    }

    private static Text Plain(string text) => new(text, text);

    private int CountOf(CellDefinition cell) =>
        records.Where(r => cell.Nodes.All(n => n.Leaves.Contains(LeafOf(r.Leaves, n.Variable), StringComparer.Ordinal))).Sum(r => r.Persons);

    private string LeafOf(string[] leaves, string variable) => leaves[variables.TakeWhile(v => v.Name != variable).Count()];

    private RecordView View() => new(
        Population,
        variables,
        [.. records.Select(r => r.Leaves.Select((leaf, v) => variables[v].IndexOf(leaf)).ToArray())],
        [.. records.Select(r => r.Persons)],
        ["P"],
        [[.. records.Select(r => r.KnownToPartner)]]);

    /// <summary>Every population that gives all published figures, as a change of the true one.</summary>
    private static List<Witness> Alternatives(RecordView view, PublicKnowledge knowledge)
    {
        var impossible = knowledge.Impossible.Select(i => CellPredicate.Compile(i.Nodes, view)!).ToArray();
        var atoms = view.Variables
            .Aggregate(new List<int[]> { Array.Empty<int>() }, (all, v) => [.. all.SelectMany(a => Enumerable.Range(0, v.Leaves.Count).Select(l => (int[])[.. a, l]))])
            .Where(a => !impossible.Any(i => i.Contains(a)))
            .ToArray();
        var facts = knowledge.Facts.Select(f => CellPredicate.Compile(f.Cell.Nodes, view)!).ToArray();
        var left = knowledge.Facts.Select(f => f.High).ToArray();
        var last = Array.ConvertAll(facts, f => Array.FindLastIndex(atoms, f.Contains));
        var found = new List<Witness>();
        Fill(0, new int[atoms.Length]);
        return found;

        void Fill(int at, int[] counts)
        {
            if (at == atoms.Length)
            {
                found.Add(ChangeTo(counts));
                return;
            }

            var counting = Enumerable.Range(0, facts.Length).Where(f => facts[f].Contains(atoms[at])).ToArray();
            if (counting.Length == 0)
            {
                // Nobody has published anything about these persons, and no table of the example judges them.
                counts[at] = Truth(at);
                Fill(at + 1, counts);
                return;
            }

            for (counts[at] = 0; Array.TrueForAll(counting, f => left[f] >= 0); counts[at]++)
            {
                if (Array.TrueForAll(counting, f => left[f] == 0 || at < last[f]))
                    Fill(at + 1, counts);

                Array.ForEach(counting, f => left[f]--);
            }

            Array.ForEach(counting, f => left[f] += counts[at]);
            counts[at] = 0;
        }

        int Truth(int atom) => view.IndexOf(atoms[atom]) is >= 0 and var at ? view.Counts[at] : 0;

        Witness ChangeTo(int[] counts)
        {
            var changes = atoms.Select((atom, i) => (Atom: atom, Delta: counts[i] - Truth(i)))
                .Where(c => c.Delta != 0)
                .ToArray();
            return new Witness([.. changes.Select(c => c.Atom)], [.. changes.Select(c => c.Delta)]);
        }
    }
}
