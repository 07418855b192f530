using System.Globalization;
using System.Text;
using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Tests.Properties;

/// <summary>A small world: who is counted, what each release is to print, in order, and the rules.</summary>
internal sealed class Instance
{
    public const string Population = "victims";

    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<ImpossibleCombination> Impossible { get; init; }

    public required IReadOnlyList<Person> Persons { get; init; }

    public required int Partners { get; init; }

    public required RuleSet Rules { get; init; }

    /// <summary>What others have published about these persons.</summary>
    public IReadOnlyList<BackgroundFact> Background { get; init; } = [];

    /// <summary>Tables of each release, earliest first.</summary>
    public required IReadOnlyList<IReadOnlyList<TableDesign>> Releases { get; init; }

    public AtomSpace Space => AtomSpace.Of(Variables, Impossible);

    /// <summary>Two tables of the last release count the same persons by related rows.</summary>
    public bool IsLinkedAndHierarchical { get; init; }

    /// <summary>The same world with another population.</summary>
    public Instance With(IReadOnlyList<Person> persons) => new()
    {
        Variables = Variables,
        Impossible = Impossible,
        Persons = persons,
        Partners = Partners,
        Rules = Rules,
        Background = Background,
        Releases = Releases,
    };

    public RecordView Records() => RecordsOf(Persons, Variables, Partners);

    public static RecordView RecordsOf(IReadOnlyList<Person> persons, IReadOnlyList<Variable> variables, int partners)
    {
        var groups = persons.GroupBy(p => string.Join(',', p.Leaves)).ToArray();
        return new RecordView(
            Population,
            variables,
            [.. groups.Select(g => g.First().Leaves)],
            [.. groups.Select(g => g.Count())],
            [.. Enumerable.Range(0, partners).Select(p => "P" + p.ToString(CultureInfo.InvariantCulture))],
            [.. Enumerable.Range(0, partners).Select(p => groups.Select(g => g.Count(person => person.KnownTo[p])).ToArray())]);
    }

    /// <summary>Everything needed to replay it by hand.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"k={Rules.K} {Rules.Level} kappa={Rules.Kappa} slack={Rules.Slack} rho={Rules.Rho} persons={Rules.Persons} pool={Rules.PoolRuleKnown}");
        Variables.ToList().ForEach(v => text.AppendLine(CultureInfo.InvariantCulture, $"{v.Name} {v.Role} {string.Join(' ', v.Leaves.Select(l => l.Code))}"));
        Impossible.ToList().ForEach(i => text.AppendLine("impossible " + string.Join(';', i.Nodes)));
        Background.ToList().ForEach(b => text.AppendLine(CultureInfo.InvariantCulture, $"outside {b.Cell} {b.Low}..{b.High}"));
        Persons.ToList().ForEach(p => text.AppendLine("person " + string.Join(',', p.Leaves) + " known to " + string.Join(',', p.KnownTo.Select(k => k ? 1 : 0))));
        foreach (var (table, release) in Releases.SelectMany((r, i) => r.Select(t => (t, i))))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"release {release} table {table.Id} where {string.Join(';', table.Where)}");
            foreach (var axis in table.Axes)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {axis.Variable} {axis.Role} rows {string.Join(' ', axis.Rows.Select(r => r.Code))} declared {string.Join(' ', axis.Declared.Select(d => d.Code))}{(axis.DeclaresRows ? " declares rows" : "")}");
            }
        }

        return text.ToString();
    }
}
