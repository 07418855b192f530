using Anonymize.Planning;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>What the ladder tried for each table, step by step, with the persons that each step shows; for the analyst's eyes.</summary>
internal sealed class LadderTrail(PeriodPlan plan, IReadOnlyDictionary<string, RecordView> records, RuleSet rules)
{
    private readonly Dictionary<string, List<LadderStep>> _steps = plan.Tables.ToDictionary(t => t.Id, _ => new List<LadderStep>(), StringComparer.Ordinal);

    /// <summary>Steps of a period of which nothing was tried.</summary>
    public static IReadOnlyList<LadderStep> Untried(PeriodPlan plan, IReadOnlyDictionary<string, RecordView> records, RuleSet rules)
    {
        var trail = new LadderTrail(plan, records, rules);
        foreach (var table in plan.Tables)
        {
            trail.Start(table, Commissions.DesignOf(table));
        }

        return trail.Steps(content: null, isRelaxed: false);
    }

    /// <summary>The table as it was ordered, and the design with which the ladder starts.</summary>
    public void Start(TablePlan table, TableDesign design)
    {
        Note(table.Id, "declared", AtMost(table, Commissions.DesignOf(table)));
        if (design.Axes.Any(a => a.Rows.Any(r => r.IsPooled)))
        {
            Note(table.Id, "pooled", AtMost(table, design));
        }
    }

    /// <summary>A row of the table was joined to another one, since a cell in it could not be protected.</summary>
    public void Joined(TablePlan table, TableDesign design) => Note(table.Id, "joined", AtMost(table, design));

    /// <summary>The tables of the population, with every chosen row open, could not be protected.</summary>
    public void Relax(IEnumerable<TablePlan> settled, string population)
    {
        foreach (var table in settled.Where(t => string.Equals(t.Population, population, StringComparison.Ordinal) && _steps[t.Id][^1].Step != "relaxed"))
        {
            Note(table.Id, "relaxed", _steps[table.Id][^1].PersonsShown);
        }
    }

    /// <summary>All steps in the order of the bulletin, the one that each table stands on marked.</summary>
    /// <param name="content">The candidate, or null where nothing safe was found.</param>
    /// <param name="isRelaxed">Chosen rows could be hidden in it.</param>
    public IReadOnlyList<LadderStep> Steps(ReleaseContent? content, bool isRelaxed) => [.. plan.Tables.SelectMany(t => content?.FindTable(t.Id) is { } published
        ? Ended(published, isRelaxed)
        : _steps[t.Id].Append(new LadderStep(t.Id, "withheld", 0, IsAtMost: false, IsTaken: true)))];

    private IEnumerable<LadderStep> Ended(PublishedTable table, bool isRelaxed)
    {
        var tried = _steps[table.Design.Id];
        var relaxed = tried.FindIndex(s => s.Step == "relaxed");
        var at = table.HiddenCount == 0 ? tried.FindLastIndex(s => s.Step != "relaxed") : isRelaxed ? relaxed : -1;
        var taken = new LadderStep(table.Design.Id, at < 0 ? "hidden" : tried[at].Step, PersonsShown.In(table, records[table.Design.Population]), IsAtMost: false, IsTaken: true);
        return at < 0 ? tried.Append(taken) : tried.Select((s, i) => i == at ? taken : s);
    }

    private decimal? AtMost(TablePlan table, TableDesign design) => PersonsShown.AtMost(design, records[table.Population], rules);

    private void Note(string table, string step, decimal? shown) => _steps[table].Add(new LadderStep(table, step, shown, IsAtMost: true, IsTaken: false));
}
