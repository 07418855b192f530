using System.Globalization;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>Draws the tables of a quarter: one-way and crossed, in leaves, in groups, with pooled rows.</summary>
internal sealed class TableBuilder(Tape tape, IReadOnlyList<Variable> variables)
{
    /// <summary>The variable with several answers a person, and its answers.</summary>
    public const string Family = "means";

    public static readonly string[] Answers = ["force", "fraud"];

    private static readonly Text Total = new("Toplam", "Total");

    /// <summary>The restriction to a quarter.</summary>
    public static Node In(int quarter) => new(InstanceBuilder.Quarter, [InstanceBuilder.Quarter + (quarter + 1).ToString(CultureInfo.InvariantCulture)]);

    /// <summary>The same table about another period.</summary>
    public static TableDesign Moved(TableDesign table, string id, Node[] where) => new(id, table.Title, table.Population, where, table.Axes);

    public (IReadOnlyList<TableDesign> Tables, bool IsLinkedAndHierarchical) Quarter(int quarter)
    {
        var crossed = variables.Where(v => v.Role != VariableRole.Time && !v.Name.StartsWith(Family, StringComparison.Ordinal)).ToArray();
        var several = variables.Any(v => v.Name.StartsWith(Family, StringComparison.Ordinal));
        var where = new[] { In(quarter) };
        var tables = new List<TableDesign>();
        var deep = crossed.FirstOrDefault(v => v.Leaves.Count > 2);
        var linked = deep is not null && tape.Chance(85);
        if (linked)
        {
            // One variable by leaves, and again by groups beside another variable or alone: subtotals in a linked table.
            tables.Add(Table("leaves", where, [Leaves(deep!)]));
            var other = crossed.First(v => v != deep);
            tables.Add(tape.Chance(60) ? Table("groups", where, [Groups(deep!), Any(other)]) : Table("groups", where, [Groups(deep!)]));
        }

        for (var t = linked ? 1 + tape.Next(3) : tape.Next(3); t < 3 && tables.Count < 3; t++)
        {
            var first = tape.Next(crossed.Length);
            var second = (first + 1 + tape.Next(crossed.Length - 1)) % crossed.Length;
            tables.Add(tape.Chance(50)
                ? Table("t" + t.ToString(CultureInfo.InvariantCulture), where, [Any(crossed[first]), Any(crossed[second])])
                : Table("t" + t.ToString(CultureInfo.InvariantCulture), where, [Any(crossed[first])]));
        }

        if (several)
        {
            tables[^1] = tape.Chance(50) ? Table("answers", where, [SeveralAnswers()]) : Table("answers", where, [Any(crossed[tape.Next(crossed.Length)]), SeveralAnswers()]);
        }

        return (tables, linked && !several);
    }

    private static TableDesign Table(string id, Node[] where, Axis[] axes) => new(id, new Text(id, id), Instance.Population, where, axes);

    private Axis Any(Variable variable) => tape.Next(variable.Leaves.Count > 2 ? 4 : 1) switch
    {
        2 => Groups(variable),
        3 => Pooled(variable),
        _ => Leaves(variable),
    };

    private Axis Leaves(Variable variable) => AxisOf(variable, Declared(variable), [.. Declared(variable).Select(d => Row([d]))], declaresRows: false);

    /// <summary>Rows overlap, and the Total counts persons.</summary>
    private static Axis SeveralAnswers()
    {
        var declared = Answers.Select(a => new DeclaredCategory(a, new Text(a, a), new Node($"{Family}:{a}", ["Y"]))).ToArray();
        return new Axis(Family, new Text(Family, Family), VariableRole.Sensitive, declared, [.. declared.Select(d => Row([d])), AxisRow.Total(Total)], isAdditive: false);
    }

    /// <summary>The first leaves against the others, declared as groups of their own or as a layout over the leaves.</summary>
    private Axis Groups(Variable variable)
    {
        var leaves = Declared(variable);
        var cut = 1 + tape.Next(leaves.Length - 1);
        DeclaredCategory[][] groups = [leaves[..cut], leaves[cut..]];
        var coarse = groups.Select((g, i) => new DeclaredCategory(
            $"{variable.Name}-group{i}", Text.Join(g.Select(d => d.Label)), new Node(variable.Name, g.SelectMany(d => d.Node.Leaves)))).ToArray();
        return tape.Chance(50)
            ? AxisOf(variable, coarse, [.. coarse.Select(d => Row([d]))], declaresRows: false)
            : AxisOf(variable, leaves, [.. groups.Select(Row)], declaresRows: tape.Chance(30));
    }

    /// <summary>Some leaves alone, the rest in one row that names them.</summary>
    private Axis Pooled(Variable variable)
    {
        var leaves = Declared(variable);
        var alone = tape.Next(leaves.Length - 1);
        return AxisOf(variable, leaves, [.. leaves[..alone].Select(d => Row([d])), Row(leaves[alone..])], declaresRows: tape.Chance(20));
    }

    private Axis AxisOf(Variable variable, DeclaredCategory[] declared, AxisRow[] rows, bool declaresRows) => new(
        variable.Name, variable.Label, variable.Role, declared, tape.Chance(10) ? rows : [.. rows, AxisRow.Total(Total)], isAdditive: true, declaresRows);

    private static DeclaredCategory[] Declared(Variable variable) =>
        [.. variable.Leaves.Select(l => new DeclaredCategory(l.Code, l.Label, new Node(variable.Name, [l.Code])))];

    private static AxisRow Row(DeclaredCategory[] members) => new(
        string.Join('+', members.Select(m => m.Code)),
        Text.Join(members.Select(m => m.Label)),
        new Node(members[0].Node.Variable, members.SelectMany(m => m.Node.Leaves)),
        members.Select(m => m.Code));
}
