using Anonymize.Planning;
using Google.OrTools.LinearSolver;
using Host.Planning;
using Publication.Rules;
using Publication.Tables;
using Variable = Google.OrTools.LinearSolver.Variable;

namespace EndToEnd.Demonstration;

/// <summary>
/// How many persons a year can show in forms of their own, whatever its layout, on top of its published quarters. The reader is a linear programme: persons
/// by quarter, sector and form, not negative, no combination that a declared link rules out, every published row of the quarters' sectors and forms, the
/// year's total, and the forms that the year would show alone. Whole persons are among its solutions, and further tables, persons and partners would only
/// tell this reader more. So where it narrows a small figure too far no certificate exists, however the other forms are pooled and whatever else is printed or hidden:
/// what comes out is an upper bound for every engine.
/// </summary>
internal sealed class FormsOfAYear : IDisposable
{
    private const double Tolerance = 1e-6;

    private readonly Solver _reader = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("The linear solver GLOP is missing.");
    private readonly string[] _sectors;
    private readonly string[] _forms;
    private readonly Dictionary<(int Quarter, int Sector, int Form), Variable> _persons = [];
    private readonly Dictionary<(int Quarter, int Sector, int Form), int> _truth = [];
    private readonly Constraint[] _alone;
    private readonly int[] _counts;
    private readonly List<(string Name, (int, int, int)[] Cell)> _small = [];
    private readonly List<int> _cores = [];
    private readonly RuleSet _rules;

    private FormsOfAYear(
        PeriodPlan plan,
        PeriodPlan quarter,
        IReadOnlyList<(IReadOnlyList<PublishedRow> Sectors, IReadOnlyList<PublishedRow> Forms)> published,
        IReadOnlyList<IReadOnlyDictionary<(string Sector, string Form), int>> persons,
        RuleSet rules)
    {
        _rules = rules;
        var sectors = AxisOf(plan, "sectors");
        var forms = AxisOf(plan, "forms");
        _sectors = [.. sectors.SelectMany(d => d.Node.Leaves)];
        _forms = [.. forms.Select(d => d.Node.Leaves.Single())];
        var impossible = plan.Impossible.Where(i => i.Nodes.All(n => n.Variable is "sector" or "form")).ToArray();
        for (var q = 0; q < published.Count; q++)
        {
            for (var s = 0; s < _sectors.Length; s++)
            {
                for (var f = 0; f < _forms.Length; f++)
                {
                    _truth[(q, s, f)] = persons[q].GetValueOrDefault((_sectors[s], _forms[f]));
                    if (!impossible.Any(i => i.Nodes.All(n => n.Leaves.Contains(n.Variable == "sector" ? _sectors[s] : _forms[f]))))
                    {
                        _persons[(q, s, f)] = _reader.MakeNumVar(0, double.PositiveInfinity, "");
                    }
                }
            }

            var quarterForms = AxisOf(quarter, "forms");
            published[q].Sectors.ToList().ForEach(r => Know(Cell(q, LeavesOf(r, sectors), null), r.Persons));
            published[q].Forms.ToList().ForEach(r => Know(Cell(q, null, LeavesOf(r, quarterForms)), r.Persons));
            Guard(sectors, d => Cell(q, d.Node.Leaves, null), $"quarter {q + 1}");
            Guard(quarterForms, d => Cell(q, null, d.Node.Leaves), $"quarter {q + 1}");
        }

        Guard(sectors, d => Cell(null, d.Node.Leaves, null), "year");
        Guard(forms, d => Cell(null, null, d.Node.Leaves), "year");
        _counts = [.. forms.Select(d => Truth(Cell(null, null, d.Node.Leaves)))];
        _alone = [.. forms.Select(d => Constrain(Cell(null, null, d.Node.Leaves), double.NegativeInfinity, double.PositiveInfinity))];
        Persons = _counts.Sum();
        Know(Cell(null, null, null), Persons);
        Settled = Broken(0);
    }

    /// <summary>Persons of the year.</summary>
    public int Persons { get; }

    /// <summary>A small figure that the quarters alone narrow too far; null where they leave all open, as what was published must.</summary>
    public string? Settled { get; }

    /// <summary>Sets of forms that no year can show alone, each with the figure that it would give away.</summary>
    public List<string> RuledOut { get; } = [];

    /// <param name="year">The year.</param>
    /// <param name="planner">Says what its bulletins declare.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="published">For each of its quarters the rows of sectors and of forms.</param>
    public static FormsOfAYear Of(string year, PeriodPlanner planner, RuleSet rules, IReadOnlyList<(IReadOnlyList<PublishedRow> Sectors, IReadOnlyList<PublishedRow> Forms)> published)
    {
        string[] quarters = [.. KnownRecords.Quarters.Where(q => q.StartsWith(year, StringComparison.Ordinal))];
        return new FormsOfAYear(
            BulletinCore.Plan(planner, year, rules), BulletinCore.Plan(planner, quarters[0], rules), published, [.. quarters.Select(KnownRecords.BySectorAndForm)], rules);
    }

    /// <summary>Choices of forms to show alone, from everything down, until one is left that this reader does not break; the most persons that can be shown.</summary>
    public int MostAlone()
    {
        int[] present = [.. Enumerable.Range(0, _forms.Length).Where(f => _counts[f] > 0)];
        var choices = Enumerable.Range(0, 1 << present.Length)
            .Select(mask => present.Where((_, i) => (mask >> i & 1) == 1).Aggregate(0, (set, f) => set | 1 << f))
            .OrderByDescending(Shown).ThenBy(c => c);
        foreach (var choice in choices.Where(c => !_cores.Exists(core => (core & c) == core)))
        {
            if (Broken(choice) is null)
            {
                return Shown(choice);
            }

            Learn(choice);
        }

        throw new InvalidOperationException("What the quarters have published is broken already.");
    }

    public void Dispose() => _reader.Dispose();

    private static IReadOnlyList<DeclaredCategory> AxisOf(PeriodPlan plan, string table) => plan.Tables.First(t => t.Id == table).Axes[0].Declared;

    private static string[]? LeavesOf(PublishedRow row, IReadOnlyList<DeclaredCategory> declared) =>
        row.Codes.Count == 0 ? null : [.. row.Codes.SelectMany(c => declared.First(d => d.Code == c).Node.Leaves)];

    private int Shown(int choice) => _counts.Where((_, f) => (choice >> f & 1) == 1).Sum();

    /// <summary>Leaves out every form without which the reader still wins: showing more never makes a figure safer, so the rest need not be looked at.</summary>
    private void Learn(int choice)
    {
        foreach (var f in Enumerable.Range(0, _forms.Length).Where(f => (choice >> f & 1) == 1).OrderBy(f => _counts[f]).ThenBy(f => f).ToArray())
        {
            if (Broken(choice & ~(1 << f)) is not null)
            {
                choice &= ~(1 << f);
            }
        }

        _cores.Add(choice);
        RuledOut.Add($"{string.Join('+', _forms.Where((_, f) => (choice >> f & 1) == 1))} alone: {Broken(choice)}");
    }

    /// <summary>The first small figure that the reader narrows too far where the year shows these forms alone.</summary>
    private string? Broken(int choice)
    {
        for (var f = 0; f < _alone.Length; f++)
        {
            var isShown = (choice >> f & 1) == 1;
            _alone[f].SetBounds(isShown ? _counts[f] : double.NegativeInfinity, isShown ? _counts[f] : double.PositiveInfinity);
        }

        foreach (var (name, cell) in _small)
        {
            var (low, high) = (Extreme(cell, isHighest: false), Extreme(cell, isHighest: true));
            if (low > _rules.LowerTarget + Tolerance || high < _rules.UpperTarget - Tolerance)
            {
                return FormattableString.Invariant($"{name} lies between {low:0.##} and {high:0.##}");
            }
        }

        return null;
    }

    private double Extreme((int, int, int)[] cell, bool isHighest)
    {
        var objective = _reader.Objective();
        objective.Clear();
        foreach (var variable in cell.Where(_persons.ContainsKey).Select(c => _persons[c]))
        {
            objective.SetCoefficient(variable, 1);
        }

        objective.SetOptimizationDirection(isHighest);
        return _reader.Solve() switch
        {
            Solver.ResultStatus.OPTIMAL => objective.Value(),
            var status => throw new InvalidOperationException($"The truth itself is a solution, but the solver says {status}."),
        };
    }

    private (int Quarter, int Sector, int Form)[] Cell(int? quarter, IReadOnlyCollection<string>? sectors, IReadOnlyCollection<string>? forms) =>
    [
        .. _truth.Keys.Where(c => (quarter is null || c.Quarter == quarter)
            && (sectors is null || sectors.Contains(_sectors[c.Sector])) && (forms is null || forms.Contains(_forms[c.Form]))),
    ];

    private int Truth((int, int, int)[] cell) => cell.Sum(c => _truth[c]);

    private void Guard(IReadOnlyList<DeclaredCategory> declared, Func<DeclaredCategory, (int, int, int)[]> cellOf, string where) =>
        _small.AddRange(declared.Select(d => ($"{d.Code} of the {where}", cellOf(d))).Where(c => Truth(c.Item2) is >= 1 and var count && count < _rules.K));

    private void Know((int, int, int)[] cell, int persons)
    {
        if (Truth(cell) != persons)
        {
            throw new InvalidOperationException("What was published is not what the samples' truth says.");
        }

        Constrain(cell, persons, persons);
    }

    private Constraint Constrain((int, int, int)[] cell, double low, double high)
    {
        var constraint = _reader.MakeConstraint(low, high, "");
        foreach (var variable in cell.Where(_persons.ContainsKey).Select(c => _persons[c]))
        {
            constraint.SetCoefficient(variable, 1);
        }

        return constraint;
    }
}
