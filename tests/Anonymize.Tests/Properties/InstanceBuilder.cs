using System.Globalization;
using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Rules;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>
/// Builds small worlds from a tape: two or three variables, groups and pooled rows, declared links, partners, a quarter, or a second quarter
/// with the year that sums both; or a chain of releases about two quarters and their year.
/// </summary>
internal sealed class InstanceBuilder
{
    public const string Quarter = "quarter";

    private readonly Tape _tape;
    private readonly List<Variable> _variables = [];
    private readonly TableBuilder _tables;

    private InstanceBuilder(Tape tape)
    {
        _tape = tape;
        _tables = new TableBuilder(tape, _variables);
    }

    public static Instance From(int[] numbers) => new InstanceBuilder(new Tape(numbers)).Build(isChain: false);

    /// <summary>A world whose three to six releases print the same persons again and again, by the same rows and by others.</summary>
    public static Instance ChainFrom(int[] numbers) => new InstanceBuilder(new Tape(numbers)).Build(isChain: true);

    private Instance Build(bool isChain)
    {
        var quarters = _tape.Chance(35) || isChain ? 2 : 1;
        var crossed = _tape.Chance(40) ? 3 : 2;
        var several = crossed == 2 && _tape.Chance(25);
        for (var v = 0; v < crossed; v++)
        {
            var role = _tape.Pick(VariableRole.Identifying, VariableRole.Sensitive, VariableRole.Other);
            _variables.Add(VariableOf(((char)('a' + v)).ToString(), role, 2 + _tape.Next(quarters == 1 && crossed == 2 && !several ? 3 : 2)));
        }

        if (several)
        {
            // A variable with several answers a person: a family of yes/no variables.
            _variables.AddRange(TableBuilder.Answers.Select(code => new Variable(
                $"{TableBuilder.Family}:{code}", VariableRole.Sensitive, new Text(code, code), [new Category("N", new Text("Hayır", "No")), new Category("Y", new Text("Evet", "Yes"))])));
        }

        _variables.Add(VariableOf(Quarter, VariableRole.Time, quarters));
        var impossible = _tape.Chance(30) ? new[] { Link() } : [];
        var partners = 1 + _tape.Next(4);
        var persons = Persons(quarters, partners, impossible);
        var rules = Rules();
        var first = _tables.Quarter(0);
        IReadOnlyList<IReadOnlyList<TableDesign>> releases = isChain ? Chain(first.Tables) : quarters == 1 ? [first.Tables] : [first.Tables, Second(first.Tables)];
        return new Instance
        {
            Variables = _variables,
            Impossible = impossible,
            Persons = persons,
            Partners = partners,
            Rules = rules,
            Background = _tape.Chance(20) ? [Outside(releases, persons, impossible)] : [],
            Releases = releases,
            IsLinkedAndHierarchical = first.IsLinkedAndHierarchical,
        };
    }

    /// <summary>The next quarter prints the same tables, the year their sum, or both.</summary>
    private IReadOnlyList<TableDesign> Second(IReadOnlyList<TableDesign> first)
    {
        var quarter = first.Select(t => TableBuilder.Moved(t, "second " + t.Id, [TableBuilder.In(1)]));
        var year = first.Select(t => TableBuilder.Moved(t, "year " + t.Id, []));
        return _tape.Next(3) switch
        {
            0 => [.. quarter],
            1 => [.. year],
            _ => [.. quarter, .. year],
        };
    }

    /// <summary>
    /// A quarter, the next one, the year; between and after them what was printed of a quarter or the year once more, in new tables or with the
    /// year beside it.
    /// </summary>
    private List<IReadOnlyList<TableDesign>> Chain(IReadOnlyList<TableDesign> first)
    {
        var releases = new List<IReadOnlyList<TableDesign>> { first };
        if (_tape.Chance(40))
        {
            releases.Add(_tables.Quarter(0).Tables);
        }

        var second = Moved(_tape.Chance(30) ? _tables.Quarter(1).Tables : first, "second ", TableBuilder.In(1));
        releases.Add(second);
        var year = Moved(_tape.Chance(30) ? _tables.Quarter(0).Tables : first, "year ");
        releases.Add(_tape.Next(4) switch
        {
            0 => [.. second, .. year],
            1 => [.. first, .. year],
            _ => year,
        });
        if (_tape.Chance(30))
        {
            releases.Add([.. Moved(_tables.Quarter(0).Tables, "more "), .. _tape.Chance(50) ? year : []]);
        }

        return releases;

        static TableDesign[] Moved(IEnumerable<TableDesign> tables, string name, params Node[] where) => [.. tables.Select(t => TableBuilder.Moved(t, name + t.Id, where))];
    }

    private static Variable VariableOf(string name, VariableRole role, int leaves) => new(
        name, role, new Text(name, name), Enumerable.Range(1, leaves).Select(l => name + l.ToString(CultureInfo.InvariantCulture)).Select(c => new Category(c, new Text(c, c))));

    private ImpossibleCombination Link()
    {
        var (a, b) = (_variables[0], _variables[1]);
        var condition = new Node(a.Name, [a.Leaves[_tape.Next(a.Leaves.Count)].Code]);
        return ImpossibleCombination.Implication(
            Instance.Population, condition, new Node(b.Name, [b.Leaves[_tape.Next(b.Leaves.Count)].Code]), b.Leaves.Select(l => l.Code));
    }

    /// <summary>Somebody else has printed a figure of ours, exactly or as a band, or one that no table of ours has.</summary>
    private BackgroundFact Outside(IReadOnlyList<IReadOnlyList<TableDesign>> releases, IReadOnlyList<Person> persons, IReadOnlyList<ImpossibleCombination> impossible)
    {
        var table = _tape.Pick([.. releases.SelectMany(r => r)]);
        var cell = table.DefinitionOf(_tape.Next(table.CellCount));
        cell = _tape.Chance(40) ? new CellDefinition(Instance.Population, cell.Nodes.Where(n => !string.Equals(n.Variable, Quarter, StringComparison.Ordinal))) : cell;
        var space = AtomSpace.Of(_variables, impossible);
        var region = space.Region(cell.Nodes);
        var count = persons.Count(p => (region >> space.KindOf(p) & 1) == 1);
        var blur = _tape.Next(3);
        return new BackgroundFact(cell, Math.Max(count - blur, 0), count + blur, "outside");
    }

    private List<Person> Persons(int quarters, int partners, IReadOnlyList<ImpossibleCombination> impossible)
    {
        var space = AtomSpace.Of(_variables, impossible);
        var persons = new List<Person>();
        for (var n = 3 + _tape.Next(quarters == 2 ? 10 : 9); n > 0; n--)
        {
            int[] leaves = [.. _variables.Select(v => string.Equals(v.Name, Quarter, StringComparison.Ordinal)
                ? _tape.Next(v.Leaves.Count)
                : Math.Min(_tape.Next(v.Leaves.Count), _tape.Next(v.Leaves.Count)))];
            var known = Enumerable.Range(0, partners).Select(_ => false).ToArray();
            known[Math.Min(_tape.Next(partners), _tape.Next(partners))] = true;
            if (_tape.Chance(8))
            {
                known[_tape.Next(partners)] = true;
            }

            if (space.Atoms.Any(a => a.AsSpan().SequenceEqual(leaves)))
            {
                persons.Add(new Person(leaves, known));
            }
        }

        return persons;
    }

    private RuleSet Rules()
    {
        var rules = new RuleSet
        {
            Identity = new RuleSetIdentity("", ""),
            K = 3,
            Level = _tape.Pick(ProtectionLevel.Band, ProtectionLevel.Band, ProtectionLevel.Exact, ProtectionLevel.Strict),
            Kappa = _tape.Pick(-1, 0, 1),
            Slack = _tape.Next(2),
            Rho = _tape.Pick(0, 2, 3),
            Persons = _tape.Chance(50),
            PoolRuleKnown = _tape.Chance(60),
            LatentMembers = true,
        };
        return rules with { Identity = new RuleSetIdentity("random", $"{rules.Level} {rules.Kappa} {rules.Slack} {rules.Rho} {rules.Persons} {rules.PoolRuleKnown}") };
    }
}
