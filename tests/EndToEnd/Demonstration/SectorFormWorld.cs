using Anonymize.Planning;
using Publication.Rules;

namespace EndToEnd.Demonstration;

/// <summary>One quarter as the attacker on sectors and forms sees it.</summary>
internal sealed class SectorFormWorld
{
    private SectorFormWorld(DeclaredAxis sectors, DeclaredAxis forms, SectorFormAttacker attacker, SectorFormAttacker unlinked)
    {
        Sectors = sectors;
        Forms = forms;
        Attacker = attacker;
        AttackerWithoutLinks = unlinked;
    }

    public DeclaredAxis Sectors { get; }

    public DeclaredAxis Forms { get; }

    public SectorFormAttacker Attacker { get; }

    /// <summary>The same, but thinks that every sector and every form go together.</summary>
    public SectorFormAttacker AttackerWithoutLinks { get; }

    public static SectorFormWorld Of(string quarter, PeriodPlan plan, RuleSet rules) =>
        Of(KnownRecords.BySectorAndForm(quarter), KnownRecords.ByPartner(quarter), plan, rules);

    /// <param name="counted">Persons by sector and form.</param>
    /// <param name="known">The same for what each partner knows.</param>
    /// <param name="plan">A plan with the tables of sectors and of forms.</param>
    /// <param name="rules">The rules.</param>
    public static SectorFormWorld Of(
        IReadOnlyDictionary<(string Sector, string Form), int> counted, IReadOnlyList<IReadOnlyDictionary<(string Sector, string Form), int>> known, PeriodPlan plan, RuleSet rules)
    {
        var sectors = plan.Tables.First(t => t.Id == "sectors").Axes[0];
        var forms = plan.Tables.First(t => t.Id == "forms").Axes[0];
        var sectorCodes = sectors.Declared.Select(d => d.Code).ToArray();
        var formCodes = forms.Declared.SelectMany(d => d.Node.Leaves).ToArray();
        int[] categoryOf = [.. formCodes.Select(l => forms.Declared.Index().First(d => d.Item.Node.Leaves.Contains(l)).Index)];
        int[][] Table(IReadOnlyDictionary<(string Sector, string Form), int> of) =>
            [.. sectorCodes.Select(s => formCodes.Select(f => of.GetValueOrDefault((s, f))).ToArray())];
        var persons = Table(counted);
        bool[][] isPossible = [.. sectorCodes.Select(s => formCodes.Select(f => !plan.Impossible.Any(i => i.Nodes.All(n => n.Leaves.Contains(n.Variable == "sector" ? s : f)))).ToArray())];
        return new SectorFormWorld(
            new DeclaredAxis(sectors, [.. persons.Select(row => row.Sum())]),
            new DeclaredAxis(forms, [.. forms.Declared.Select((_, c) => persons.Sum(row => row.Where((_, f) => categoryOf[f] == c).Sum()))]),
            Attacker(isPossible),
            Attacker([.. isPossible.Select(row => row.Select(_ => true).ToArray())]));

        SectorFormAttacker Attacker(bool[][] possible) => new(persons, [.. known.Select(Table)], possible, categoryOf, rules);
    }
}
