namespace Anonymize.Contingency.Systems;

/// <summary>
/// Everything the engine works on: the cells of all tables in one grid over the same persons, their values, and what the world knows of them.
/// Arrays are by cell; columns come first.
/// </summary>
internal sealed record ContingencySystem
{
    /// <summary>No bound.</summary>
    public const long Unbounded = long.MaxValue / 4;

    public required CellGrid Grid { get; init; }

    public required IReadOnlyList<VariableTree> Trees { get; init; }

    public required IReadOnlyList<ContingencyTable> Tables { get; init; }

    /// <summary>What the rules judge of tables with layouts; nobody prints them.</summary>
    public IReadOnlyList<ContingencyTable> Judged { get; init; } = [];

    /// <summary>The cells that each reference of the specification means.</summary>
    public required IReadOnlyDictionary<Specs.CellReference, int[]> References { get; init; }

    public required long[] Values { get; init; }

    /// <summary>Shown in some table, unless hidden.</summary>
    public required bool[] IsPrinted { get; init; }

    /// <summary>Must not be hidden.</summary>
    public required bool[] IsOpen { get; init; }

    /// <summary>How far below its value an attacker must think a hidden cell possible; the value itself but for what else is known.</summary>
    public required long[] RoomDown { get; init; }

    /// <summary>How far above; <see cref="Unbounded"/> where nothing is known.</summary>
    public required long[] RoomUp { get; init; }

    /// <summary>Cost of hiding a cell for others' sake.</summary>
    public required double[] Costs { get; init; }

    /// <summary>What must stay possible, cell by cell.</summary>
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    /// <summary>The same for what partners do not know of each figure, partner by partner.</summary>
    public IReadOnlyList<Requirement> RequirementsLeft { get; init; } = [];

    /// <summary>Must be hidden, whatever protects it.</summary>
    public required bool[] IsPrimary { get; init; }

    /// <summary>Tables of earlier runs: facts for every attacker.</summary>
    public IReadOnlyList<EarlierTable> Earlier { get; init; } = [];

    /// <summary>Cells that an earlier run showed.</summary>
    public IReadOnlySet<int> Settled { get; init; } = new HashSet<int>();

    /// <summary>Every person counted knows the own record, and must see every requirement open.</summary>
    public bool HasPersons { get; init; }

    public int Count => Values.Length;

    /// <summary>Some alternative may give the cell another value, as far as is known before anything is shown.</summary>
    public bool MayMove(int cell) => !IsOpen[cell] && (RoomDown[cell] > 0 || RoomUp[cell] > 0);

    /// <summary>What a reader of the tables has: the shown figures, and nothing in place of the others.</summary>
    public PublishedCells AsPublished(bool[] isHidden) => new(
        Grid,
        [.. Trees.Select(t => t.Spec.Name)],
        [.. Trees.Zip(Grid.Variables, ClassNames)],
        [.. Trees.Zip(Grid.Variables, ClassGroups)],
        Tables,
        [.. Values.Select((v, c) => IsPrinted[c] && !isHidden[c] ? (long?)v : null)],
        IsPrinted)
    {
        Judged = Judged,
        HasEveryLeaf = Trees.All(t => t.IsComplete),
    };

    private string[] ClassNames(VariableTree tree, GridVariable variable)
    {
        var said = SaidOf(tree);
        return [.. FirstLeaves(variable).Select((leaf, c) => said.Contains(tree.Leaves[leaf]) ? tree.Leaves[leaf] : Numbered(c + 1))];

        string Numbered(int number)
        {
            var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{number}");
            while (said.Contains(name))
            {
                name = "#" + name;
            }

            return name;
        }
    }

    private string[][] ClassGroups(VariableTree tree, GridVariable variable)
    {
        var (said, groups) = (SaidOf(tree), GroupsOf(tree));
        return [.. FirstLeaves(variable).Select(leaf => groups[leaf].Where(said.Contains).ToArray())];
    }

    private static IEnumerable<int> FirstLeaves(GridVariable variable) => Enumerable.Range(0, variable.Classes).Select(c => Array.IndexOf(variable.ClassOfLeaf, c));

    /// <summary>Codes of a variable that the tables say: of rows, of what is in them, and of what they are restricted to. That others occur is nobody's business.</summary>
    private HashSet<string> SaidOf(VariableTree tree) => Tables.SelectMany(t => t.Spec.By.Index().Where(b => string.Equals(b.Item, tree.Spec.Name, StringComparison.Ordinal))
        .SelectMany(b => t.Codes[b.Index].Concat(t.Pools.Where(p => p.By == b.Index).SelectMany(p => p.Declared.Select(d => d.Code))))
        .Concat(t.Spec.Where.GetValueOrDefault(tree.Spec.Name) ?? [])).ToHashSet(StringComparer.Ordinal);

    /// <summary>[leaf] codes of the categories and pooled rows that hold it, besides itself.</summary>
    private string[][] GroupsOf(VariableTree tree)
    {
        var groups = tree.Groups();
        foreach (var (table, axis) in Tables.SelectMany(t => t.Pools.Where(p => string.Equals(t.Spec.By[p.By], tree.Spec.Name, StringComparison.Ordinal)), (t, p) => (t, p)))
        {
            foreach (var (row, leaf) in Enumerable.Range(0, axis.Rows).SelectMany(r => table.Leaves[axis.By][r], (r, l) => (table.Codes[axis.By][r], l)))
            {
                groups[leaf] = row == tree.Leaves[leaf] || groups[leaf].Contains(row, StringComparer.Ordinal) ? groups[leaf] : [.. groups[leaf], row];
            }
        }

        return groups;
    }
}
