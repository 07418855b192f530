using Anonymize.Planning;
using Host.Texts;
using Ingest.Programme;
using Ingest.Schema;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Reports.Bulletins;
using AxisLayout = Anonymize.Planning.AxisLayout;

namespace Host.Planning;

/// <summary>A bulletin's definition, the code lists and the declared links → the plan that the engine is given. Translates; decides nothing.</summary>
internal sealed class PeriodPlanner
{
    private const string Quarter = "quarter";

    private readonly CodeLists _lists;
    private readonly VariableRoles _roles = VariableRoles.Load();
    private readonly Dictionary<string, PopulationVocabulary> _vocabularies;
    private readonly Text _total = new(Messages.In(Language.Tr)["TableTotal"], Messages.In(Language.En)["TableTotal"]);
    private readonly Text _quarterLabel = new(Messages.In(Language.Tr)["TableQuarter"], Messages.In(Language.En)["TableQuarter"]);

    public PeriodPlanner(CodeLists lists)
    {
        _lists = lists;
        BulletinDefinition[] bulletins = [ShippedBulletins.Quarterly(), ShippedBulletins.Yearly()];
        _vocabularies = bulletins.SelectMany(b => b.Tables).Select(t => t.Population).Distinct(StringComparer.Ordinal)
            .ToDictionary(p => p, p => PopulationVocabulary.Of(p, bulletins, lists, _roles), StringComparer.Ordinal);
    }

    /// <summary>In ordinal order of populations.</summary>
    public IEnumerable<PopulationVocabulary> Vocabularies => _vocabularies.Values.OrderBy(v => v.Population, StringComparer.Ordinal);

    /// <summary>Vintages of the code lists behind the figures.</summary>
    public string ClassificationVersion => string.Join('+', Vocabularies.SelectMany(v => v.Variables).Select(v => v.Vintage).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static BulletinDefinition BulletinOf(ReleasePeriod period) => ShippedBulletins.Of(period.IsYear ? BulletinGrain.Year : BulletinGrain.Quarter);

    /// <param name="header">The release.</param>
    /// <param name="rules">The rules it is to be held to.</param>
    /// <param name="complete">Indicators whose figures all who report them have given for the whole period; the others are left out, since a zero would be a claim.</param>
    /// <exception cref="InvalidOperationException">An indicator counts persons at risk in a population that the rules do not guard.</exception>
    public PeriodPlan Plan(ReleaseHeader header, RuleSet rules, IReadOnlySet<string> complete)
    {
        if (_lists.Indicators.All.FirstOrDefault(i => i.CountsPersonsAtRisk && rules.IsWithoutPersons(i.Population)) is { } exposed)
        {
            throw new InvalidOperationException($"The indicator {exposed.Code} counts persons at risk in a population that the rules do not guard.");
        }

        BulletinTable[] tables = [.. BulletinOf(header.Period).Tables.Where(t => IsReported(t, complete))];
        PopulationVocabulary[] counted = [.. Vocabularies.Where(v => !_lists.Indicators.IsCountedIn(v.Population) || tables.Any(t => t.Population == v.Population))];
        var quarters = new Node(Quarter, header.Period.Quarters.Select(q => q.ToString()));
        return new PeriodPlan
        {
            Header = header,
            Variables = [.. counted.SelectMany(v => v.Variables).SelectMany(v => v.Variables()).DistinctBy(v => v.Name, StringComparer.Ordinal), QuarterVariable(header.Period)],
            Impossible = [.. counted.SelectMany(v => v.Impossible(_lists.Links))],
            Tables = [.. tables.Select(t => TableOf(t, quarters, complete))],
        };
    }

    // The four quarters of the year, whichever of them the release is about: the year's figures speak of all.
    private Variable QuarterVariable(ReleasePeriod period) => new(
        Quarter, _roles[Quarter], _quarterLabel, ReleasePeriod.OfYear(period.Year).Quarters.Select(q => new Category(q.ToString(), new Text(q.ToString(), q.ToString()))));

    /// <summary>A table of indicators has a row for each that is complete; any other table of figures is whole or absent.</summary>
    private bool IsReported(BulletinTable table, IReadOnlySet<string> complete)
    {
        if (!_lists.Indicators.IsCountedIn(table.Population))
        {
            return true;
        }

        var asked = table.Where.FirstOrDefault(w => w.Variable == IndicatorCatalogue.Variable)?.Codes
            ?? _lists.Indicators.All.Where(i => i.Population == table.Population).Select(i => i.Code);
        return table.Axes.Any(a => a.Variable == IndicatorCatalogue.Variable) ? asked.Any(complete.Contains) : asked.All(complete.Contains);
    }

    private TablePlan TableOf(BulletinTable table, Node quarters, IReadOnlySet<string> complete)
    {
        var words = _vocabularies[table.Population];
        return new TablePlan
        {
            Id = table.Id,
            Title = table.Title,
            Population = table.Population,
            Weight = (double)table.Weight,
            Where = [.. table.Where.Select(w => words[w.Variable].NodeOf(0, w.Codes)).Append(quarters).OrderBy(n => n.Variable, StringComparer.Ordinal)],
            Axes = [.. table.Axes.Select(a => AxisOf(a, table, words[a.Variable], complete))],
        };
    }

    private AxisPlan AxisOf(BulletinAxis axis, BulletinTable table, CountedVariable variable, IReadOnlySet<string> complete)
    {
        var restriction = table.Where.FirstOrDefault(w => w.Variable == axis.Variable);
        return new AxisPlan
        {
            Variable = axis.Variable,
            Label = variable.Label,
            Role = variable.Role,
            Declared =
            [
                .. variable.Declared(axis.Level)
                    .Where(d => restriction is null || d.Node.Leaves.All(l => restriction.Codes.Contains(l, StringComparer.Ordinal)))
                    .Where(d => axis.Variable != IndicatorCatalogue.Variable || complete.Contains(d.Code)),
            ],
            Layout = axis.Layout switch
            {
                Reports.Bulletins.AxisLayout.Fixed => AxisLayout.Fixed,
                Reports.Bulletins.AxisLayout.Pool => AxisLayout.Pool,
                Reports.Bulletins.AxisLayout.RowsOf => AxisLayout.RowsOf,
                _ => throw new InvalidOperationException("Unknown layout."),
            },
            RowsOf = axis.RowsOf,
            Total = axis.HasTotal ? _total : null,
            IsAdditive = axis.IsAdditive,
            Weights = axis.Weights.ToDictionary(w => w.Key, w => (double)w.Value, StringComparer.Ordinal),
        };
    }
}
