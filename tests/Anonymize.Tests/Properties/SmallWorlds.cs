using Anonymize.Tests.Oracle;
using Publication.Rules;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>Parts of hand-made worlds.</summary>
internal static class SmallWorlds
{
    /// <summary>Level band, nobody but outsiders.</summary>
    public static RuleSet Rules(int k, bool poolRuleKnown = false) => new()
    {
        Identity = new RuleSetIdentity("small", poolRuleKnown ? "pool" : "no pool"),
        K = k,
        Level = ProtectionLevel.Band,
        Kappa = -1,
        Slack = 0,
        Rho = 0,
        Persons = false,
        PoolRuleKnown = poolRuleKnown,
    };

    public static Variable Variable(string name, params string[] codes) => Variable(name, VariableRole.Other, codes);

    public static Variable Variable(string name, VariableRole role, params string[] codes) =>
        new(name, role, new Text(name, name), codes.Select(c => new Category(c, new Text(c, c))));

    /// <summary>So many persons of one kind, all known to the only partner.</summary>
    public static IEnumerable<Person> Persons(int count, params int[] leaves) => Enumerable.Repeat(0, count).Select(_ => new Person(leaves, [true]));

    /// <summary>A table with one axis; each row is one leaf, or several that it pools; the Total last.</summary>
    public static TableDesign OneWay(string id, Variable variable, params string[][] rows) => Table(id, [], Axis(variable, rows));

    /// <summary>Every leaf a row, and the Total.</summary>
    public static Axis Axis(Variable variable) => Axis(variable, [.. variable.Leaves.Select(l => new[] { l.Code })]);

    public static Axis Axis(Variable variable, params string[][] rows) => new(
        variable.Name,
        variable.Label,
        variable.Role,
        variable.Leaves.Select(l => new DeclaredCategory(l.Code, l.Label, new Node(variable.Name, [l.Code]))),
        [.. rows.Select(r => new AxisRow(string.Join('+', r), new Text("satır", "row"), new Node(variable.Name, r), r)), AxisRow.Total(new Text("Toplam", "Total"))],
        isAdditive: true);

    public static TableDesign Table(string id, Node[] where, params Axis[] axes) => new(id, new Text(id, id), Instance.Population, where, axes);

    public static Instance World(RuleSet rules, Variable[] variables, IEnumerable<Person> persons, params TableDesign[] tables) => new()
    {
        Variables = variables,
        Impossible = [],
        Persons = [.. persons],
        Partners = 1,
        Rules = rules,
        Releases = [tables],
    };
}
