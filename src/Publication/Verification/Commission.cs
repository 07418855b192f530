using Publication.Releases;
using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// What a bulletin's definition orders. A candidate is held against it, for an engine that forgot a declared link, called a sensitive variable
/// something else or declared fewer categories would be judged by its own lesser rules. Layout is the engine's to choose: rows that are unions of
/// declared categories; the rest is not.
/// </summary>
/// <param name="variables">Classifications.</param>
/// <param name="impossible">Declared impossible combinations.</param>
/// <param name="tables">The tables ordered; their printed rows do not matter. An axis that may take its rows from another table says so.</param>
internal sealed class Commission(IReadOnlyList<Variable> variables, IReadOnlyList<ImpossibleCombination> impossible, IReadOnlyList<TableDesign> tables)
{
    /// <summary>Everything in which the candidate is not what was ordered. A table may be left out; that is withholding it.</summary>
    public IEnumerable<Finding> Check(ReleaseContent content)
    {
        if (!Same(variables.Select(KeyOf), content.Variables.Select(KeyOf)))
        {
            yield return new Finding(FindingCodes.NotAsCommissioned, "variables");
        }

        if (!Same(impossible.Select(KeyOf), content.Impossible.Select(KeyOf)))
        {
            yield return new Finding(FindingCodes.NotAsCommissioned, "impossible combinations");
        }

        foreach (var table in content.Tables)
        {
            if (!tables.Any(t => IsLayoutOf(table.Design, t)))
            {
                yield return new Finding(FindingCodes.NotAsCommissioned, table.Design.Id);
            }
        }
    }

    private static bool IsLayoutOf(TableDesign made, TableDesign ordered) =>
        string.Equals(made.Id, ordered.Id, StringComparison.Ordinal)
        && string.Equals(made.Population, ordered.Population, StringComparison.Ordinal)
        && Same(made.Where.Select(n => n.ToString()), ordered.Where.Select(n => n.ToString()))
        && made.Axes.Count == ordered.Axes.Count
        && made.Axes.Zip(ordered.Axes).All(a => IsLayoutOf(a.First, a.Second));

    private static bool IsLayoutOf(Axis made, Axis ordered)
    {
        var rows = made.Rows.Where(r => !r.IsTotal).ToArray();
        return string.Equals(made.Variable, ordered.Variable, StringComparison.Ordinal)
            && made.Role == ordered.Role
            && made.IsAdditive == ordered.IsAdditive
            && (!made.DeclaresRows || ordered.DeclaresRows)
            && Same(made.Declared.Select(KeyOf), ordered.Declared.Select(KeyOf))
            && made.Rows.Count - rows.Length <= 1
            && Array.TrueForAll(rows, r => IsUnion(r, made.Declared))
            && rows.SelectMany(r => r.Members).Distinct(StringComparer.Ordinal).Count() == rows.Sum(r => r.Members.Count);
    }

    private static bool IsUnion(AxisRow row, IReadOnlyList<DeclaredCategory> declared)
    {
        var members = declared.Where(d => row.Members.Contains(d.Code, StringComparer.Ordinal)).Select(d => d.Node).ToArray();
        return members.Length > 0
            && members.Length == row.Members.Count
            && members.Select(n => n.Variable).Distinct(StringComparer.Ordinal).Count() == 1
            && new Node(members[0].Variable, members.SelectMany(n => n.Leaves)).Equals(row.Node);
    }

    private static bool Same(IEnumerable<string> one, IEnumerable<string> other) =>
        one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string KeyOf(Variable variable) => $"{variable.Name} {variable.Role}: {string.Join(',', variable.Leaves.Select(l => l.Code))}";

    private static string KeyOf(ImpossibleCombination combination) => $"{combination.Population}: {string.Join(';', combination.Nodes)}";

    private static string KeyOf(DeclaredCategory category) => $"{category.Code}: {category.Node}";
}
