using Anonymize.Planning;
using Publication.Tables;

namespace Anonymize.Layouts;

/// <summary>Declared categories and a layout → the axis as it is printed.</summary>
internal static class AxisRows
{
    public static Axis Build(AxisPlan plan, IEnumerable<IReadOnlyList<string>> rows, bool declaresRows = false)
    {
        var byCode = plan.Declared.ToDictionary(d => d.Code, StringComparer.Ordinal);
        var printed = rows.Select(r => Row([.. r.Select(c => byCode[c])]));
        return new Axis(
            plan.Variable, plan.Label, plan.Role, plan.Declared, plan.Total is null ? printed : printed.Append(AxisRow.Total(plan.Total)), plan.IsAdditive, declaresRows);
    }

    /// <summary>Every declared category in a row of its own.</summary>
    public static Axis Fixed(AxisPlan plan) => Build(plan, plan.Declared.Select(IReadOnlyList<string> (d) => [d.Code]));

    private static AxisRow Row(DeclaredCategory[] members)
    {
        var codes = members.Select(m => m.Code).Order(StringComparer.Ordinal).ToArray();
        return new AxisRow(
            string.Join('+', codes),
            members.Length == 1 ? members[0].Label : Text.Join(members.Select(m => m.Label)),
            members.Length == 1 ? members[0].Node : new Node(members[0].Node.Variable, members.SelectMany(m => m.Node.Leaves)),
            codes);
    }
}
