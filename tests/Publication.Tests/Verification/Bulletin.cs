using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Publication.Tests.Verification;

/// <summary>
/// A bulletin worked out by hand: four sectors in one quarter, 1, 2, 6 and 5 persons, known to two partners. At k = 3 the first two are hidden
/// and the fourth with them, so that 8 persons may lie in three cells in any way.
/// </summary>
internal static class Bulletin
{
    public const string Population = "victims";

    public static RuleSet Rules { get; } = new()
    {
        Identity = new RuleSetIdentity("hand", "00"),
        K = 3,
        Level = ProtectionLevel.Band,
        Kappa = -1,
        Slack = 0,
        Rho = 3,
        Persons = true,
        PoolRuleKnown = true,
    };

    public static Variable Sector { get; } = Variable("sector", VariableRole.Sensitive, "s1", "s2", "s3", "s4");

    public static Variable Quarter { get; } = Variable("quarter", VariableRole.Time, "q1", "q2");

    public static IReadOnlyList<int> Persons { get; } = [1, 2, 6, 5];

    public static RecordView Records(params ReadOnlySpan<int> second)
    {
        var later = second.ToArray();
        var cells = Persons.Select((count, s) => (Atom: new[] { s, 0 }, Count: count))
            .Concat(later.Select((count, s) => (Atom: new[] { s, 1 }, Count: count)))
            .Where(c => c.Count > 0)
            .ToArray();
        // The first partner knows the one of s1 and half of the others, rounded down; the second the rest.
        int[] first = [.. cells.Select(c => c.Count == 1 ? 1 : c.Count / 2)];
        return new RecordView(
            Population, [Sector, Quarter], [.. cells.Select(c => c.Atom)], [.. cells.Select(c => c.Count)], ["P", "Q"], [first, [.. cells.Select((c, i) => c.Count - first[i])]]);
    }

    public static IReadOnlyDictionary<string, RecordView> Of(RecordView view) => new Dictionary<string, RecordView>(StringComparer.Ordinal) { [Population] = view };

    public static Variable Variable(string name, VariableRole role, params string[] leaves) =>
        new(name, role, Text(name), leaves.Select(l => new Category(l, Text(l))));

    public static Text Text(string text) => new(text, text);

    public static Node In(string quarter) => new("quarter", [quarter]);

    /// <summary>Sectors and their Total, restricted to a quarter or, without one, about both.</summary>
    public static TableDesign Sectors(string id, params Node[] where) => new(
        id,
        Text(id),
        Population,
        where,
        [
            new Axis(
                "sector",
                Sector.Label,
                Sector.Role,
                Sector.Leaves.Select(l => new DeclaredCategory(l.Code, l.Label, new Node("sector", [l.Code]))),
                [.. Sector.Leaves.Select(l => new AxisRow(l.Code, l.Label, new Node("sector", [l.Code]), [l.Code])), AxisRow.Total(Text("Toplam"))],
                isAdditive: true),
        ]);

    /// <summary>Marks as printed: counts, <c>c</c> for hidden, <c>z</c> for what cannot occur.</summary>
    public static PublishedTable Print(TableDesign design, params string[] marks) => new(design, marks.Select(CellMark.Read), Text("Gerekçe."));

    public static PublishedTable FirstQuarter { get; } = Print(Sectors("first", In("q1")), "c", "c", "6", "c", "14");

    public static ReleaseContent Content(params PublishedTable[] tables) => Content([], tables);

    public static ReleaseContent Content(IEnumerable<ImpossibleCombination> impossible, params PublishedTable[] tables) =>
        new(Header, [Sector, Quarter], impossible, tables);

    public static ReleaseHeader Header => new()
    {
        Id = "2025-Q1.1",
        Period = ReleasePeriod.OfQuarter(2025, 1),
        Title = new Text("Bülten", "Bulletin"),
        Country = "TUR",
        Programme = "trial",
        ClassificationVersion = "1",
        CutOff = new DateOnly(2025, 4, 15),
        PublicationDate = new DateOnly(2025, 5, 1),
        RuleSet = Rules.Identity,
        InputsHmac = "00",
        ProductVersion = "test",
        PartnersIncluded = 2,
        PartnersExpected = 2,
    };

    /// <summary>All other ways in which the hidden cells can share the 8 persons.</summary>
    public static IReadOnlyList<Witness> EveryWitness { get; } =
    [
        .. from one in Enumerable.Range(0, 9)
           from two in Enumerable.Range(0, 9 - one)
           let four = 8 - one - two
           where one != 1 || two != 2
           select Change((one - 1, 0), (two - 2, 1), (four - 5, 3)),
    ];

    /// <summary>Changes of sectors in the first quarter. Variables stand in ordinal order: quarter, then sector.</summary>
    public static Witness Change(params (int Delta, int Sector)[] changes)
    {
        var real = changes.Where(c => c.Delta != 0).ToArray();
        return new Witness([.. real.Select(c => new[] { 0, c.Sector })], [.. real.Select(c => c.Delta)]);
    }

    public static Candidate Candidate(ReleaseContent content, Ledger ledger, IEnumerable<Witness> witnesses) => new(
        content,
        new Certificate(CertificateBinding.Of(content, Rules, ledger), new Dictionary<string, IReadOnlyList<Witness>>(StringComparer.Ordinal) { [Population] = [.. witnesses] }));

    public static VerificationOutcome Verify(ReleaseContent content, IEnumerable<Witness> witnesses, RecordView? records = null, Ledger? ledger = null, RuleSet? rules = null) =>
        ReleaseVerifier.Verify(Candidate(content, ledger ?? Ledger.Empty, witnesses), Of(records ?? Records()), ledger ?? Ledger.Empty, rules ?? Rules);

    public static string[] Codes(VerificationOutcome outcome) => [.. outcome.Findings.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal)];
}
