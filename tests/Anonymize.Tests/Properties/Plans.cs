using Anonymize.Planning;
using Anonymize.Tests.Oracle;
using Apache.Arrow;
using Apache.Arrow.Types;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>Small worlds as a bulletin's definition and as Arrow records, the way in which the product meets them.</summary>
internal static class Plans
{
    private static readonly Text Total = new("Toplam", "Total");

    /// <summary>A table for each variable, its layout free, and a crossing of the first with the second by the rows of the first.</summary>
    public static PeriodPlan Of(Instance instance, IReadOnlyList<Node> where)
    {
        var crossed = instance.Variables.Where(v => v.Role != VariableRole.Time && !v.Name.Contains(':', StringComparison.Ordinal)).ToArray();
        return new PeriodPlan
        {
            Header = Headers.Of(instance.Rules),
            Variables = instance.Variables,
            Impossible = instance.Impossible,
            Tables =
            [
                .. crossed.Select(v => Table(v.Name, where, Axis(v, AxisLayout.Pool))),
                Table("crossed", where, Axis(crossed[0], AxisLayout.RowsOf) with { RowsOf = crossed[0].Name }, Axis(crossed[1], AxisLayout.Fixed)),
            ],
        };
    }

    public static IReadOnlyDictionary<string, RecordBatch> Records(Instance instance)
    {
        var columns = instance.Variables.Where(v => !v.Name.Contains(':', StringComparison.Ordinal)).Select(v => (v.Name, (IArrowArray)Codes(instance, v), (IArrowType)StringType.Default))
            .Append(("count", Numbers(instance.Persons.Select(_ => 1)), Int32Type.Default))
            .Concat(Enumerable.Range(0, instance.Partners).Select(p => ("partner:P" + p, (IArrowArray)Numbers(instance.Persons.Select(x => x.KnownTo[p] ? 1 : 0)), (IArrowType)Int32Type.Default)))
            .Concat(Families(instance))
            .ToArray();
        var schema = new Schema(columns.Select(c => new Field(c.Item1, c.Item3, nullable: false)), null);
        return new Dictionary<string, RecordBatch>(StringComparer.Ordinal) { [Instance.Population] = new(schema, columns.Select(c => c.Item2), instance.Persons.Count) };
    }

    /// <summary>A variable with several answers is one column, its answers joined by semicolons.</summary>
    private static IEnumerable<(string, IArrowArray, IArrowType)> Families(Instance instance)
    {
        foreach (var family in instance.Variables.Where(v => v.Name.Contains(':', StringComparison.Ordinal)).GroupBy(v => v.Name.Split(':')[0], StringComparer.Ordinal))
        {
            var builder = new StringArray.Builder();
            foreach (var person in instance.Persons)
            {
                builder.Append(string.Join(';', family.Where(v => person.Leaves[instance.Variables.ToList().IndexOf(v)] == 1).Select(v => v.Name.Split(':')[1])));
            }

            yield return (family.Key, builder.Build(), StringType.Default);
        }
    }

    private static StringArray Codes(Instance instance, Variable variable)
    {
        var at = instance.Variables.ToList().IndexOf(variable);
        return new StringArray.Builder().AppendRange(instance.Persons.Select(p => variable.Leaves[p.Leaves[at]].Code)).Build();
    }

    private static Int32Array Numbers(IEnumerable<int> numbers) => new Int32Array.Builder().AppendRange(numbers).Build();

    private static TablePlan Table(string id, IReadOnlyList<Node> where, params AxisPlan[] axes) =>
        new() { Id = id, Title = new Text(id, id), Population = Instance.Population, Where = where, Axes = axes };

    private static AxisPlan Axis(Variable variable, AxisLayout layout) => new()
    {
        Variable = variable.Name,
        Label = variable.Label,
        Role = variable.Role,
        Declared = [.. variable.Leaves.Select(l => new DeclaredCategory(l.Code, l.Label, new Node(variable.Name, [l.Code])))],
        Layout = layout,
        Total = Total,
    };
}
