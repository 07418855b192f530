using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>The cells that a specification names by codes and by links.</summary>
/// <param name="spec">The specification.</param>
/// <param name="grid">The cells.</param>
/// <param name="used">Variables of the grid, in its order.</param>
/// <param name="sets">Categories that tables show.</param>
/// <param name="trees">By variable.</param>
/// <param name="faults">Receives what names no cell.</param>
internal sealed class NamedCells(
    ContingencySpec spec, CellGrid grid, string[] used, CategorySets sets, IReadOnlyDictionary<string, VariableTree> trees, List<InputFault> faults)
{
    private readonly Dictionary<CellReference, int[]> _cells = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of each reference that was looked up.</summary>
    public IReadOnlyDictionary<CellReference, int[]> Cells => _cells;

    /// <summary>The combinations that a link declares impossible.</summary>
    public IEnumerable<int> ImpossibleBy(LinkSpec link)
    {
        var cells = new List<int>();
        Forbid(link.If, isInside: true, link.Then, isOtherInside: false);
        if (link.IsBoth)
        {
            Forbid(link.If, isInside: false, link.Then, isOtherInside: true);
        }

        return cells;

        void Forbid((string Variable, IReadOnlyList<string> Codes) one, bool isInside, (string Variable, IReadOnlyList<string> Codes) other, bool isOtherInside)
        {
            var (first, second) = (SideOf(one, isInside), SideOf(other, isOtherInside));
            if (first.Length > 0 && second.Length > 0)
            {
                cells.Add(grid.Cell([.. used.Select((v, i) => v == one.Variable ? grid.Variables[i].Node(first) : v == other.Variable ? grid.Variables[i].Node(second) : grid.Variables[i].Whole)]));
            }
        }

        int[] SideOf((string Variable, IReadOnlyList<string> Codes) side, bool isInside)
        {
            var inside = side.Codes.SelectMany(c => trees[side.Variable].Find(c)!.Leaves).Distinct().Order().ToArray();
            return isInside ? inside : [.. trees[side.Variable].Whole.Except(inside)];
        }
    }

    /// <summary>The cells that a reference means: in its table, or in every table that shows all its variables. A fact about something that nobody prints is a cell too.</summary>
    public int[] Of(CellReference reference, bool isPrinted)
    {
        var cells = new SortedSet<int>();
        var tables = spec.Tables.Where(t => reference.Table is null || string.Equals(t.Id, reference.Table, StringComparison.Ordinal));
        foreach (var table in tables.Where(t => reference.Codes.Keys.All(v => t.By.Contains(v, StringComparer.Ordinal))))
        {
            var isShown = table.By.All(v => sets.Shown(table, v).Any(s => string.Equals(s.Code, reference.Codes.GetValueOrDefault(v, "Total"), StringComparison.Ordinal)));
            if (isShown || !isPrinted)
            {
                cells.Add(CellOf(reference, v => sets.Restriction(table, v)));
            }
        }

        if (cells.Count == 0 && !isPrinted)
        {
            cells.Add(CellOf(reference, v => trees[v].Whole));
        }

        if (cells.Count == 0)
        {
            faults.Add(new InputFault(InputFaultKind.CodeUnknown, reference.Path, 1));
        }

        return _cells[reference] = [.. cells];
    }

    private int CellOf(CellReference reference, Func<string, int[]> total) => grid.Cell([.. used.Select((v, i) => grid.Variables[i].Node(
        reference.Codes.TryGetValue(v, out var code) && code is not "Total" ? trees[v].Find(code)!.Leaves : total(v)))]);
}
