using Anonymize.Attacking.Structure;
using Anonymize.Attacking.Telling;

namespace Anonymize.Attacking.Facts;

/// <summary>Everything that the printed tables say together: cells and relations between them.</summary>
internal sealed class CellSystem
{
    private readonly List<SystemCell> _cells = [];
    private readonly List<Relation> _relations = [];

    private CellSystem(IReadOnlyList<TableIndex> tables)
    {
        Tables = tables;
        CellOf = new int[tables.Count][];
    }

    public IReadOnlyList<TableIndex> Tables { get; }

    public IReadOnlyList<SystemCell> Cells => _cells;

    public IReadOnlyList<Relation> Relations => _relations;

    /// <summary>The cell of the system for every cell of every table.</summary>
    public int[][] CellOf { get; }

    public static CellSystem Build(IReadOnlyList<ReadTable> tables, int hiddenMin, Assumptions assumptions)
    {
        TableIndex[] indexes = [.. tables.Select(t => new TableIndex(t))];
        var system = new CellSystem(indexes);
        foreach (var population in Populations.Of(indexes, assumptions))
        {
            system.Add(population, hiddenMin, assumptions);
        }

        return system;
    }

    /// <summary>A cell that nobody prints, but that printed ones add up to.</summary>
    public int AddUnprinted(IReadOnlyList<Coordinate> at)
    {
        _cells.Add(new SystemCell(at));
        return _cells.Count - 1;
    }

    private void Add(IReadOnlyList<TableIndex> population, int hiddenMin, Assumptions assumptions)
    {
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] numbers = [.. population.Select(p => Tables.Index().First(t => ReferenceEquals(t.Item, p)).Index)];
        foreach (var table in numbers)
        {
            var index = Tables[table];
            var ids = CellOf[table] = new int[index.Keys.Length];
            for (var i = 0; i < ids.Length; i++)
            {
                var key = index.Apart.Contains(index.Keys[i]) ? $"{index.Keys[i]}\u001d{table}" : index.Keys[i];
                if (!byKey.TryGetValue(key, out ids[i]))
                {
                    byKey.Add(key, ids[i] = _cells.Count);
                    _cells.Add(new SystemCell([.. index.Table.Cells[i].At.Where(c => !c.IsTotal)]));
                }

                Read(_cells[ids[i]], index, i, table, hiddenMin);
            }
        }

        foreach (var table in numbers)
        {
            _relations.AddRange(SumFinder.Find(this, table, byKey, assumptions));
        }

        _relations.AddRange(UnionFinder.Find(this, numbers));
        foreach (var table in numbers)
        {
            _relations.AddRange(DerivedRelations.Of(this, table));
        }
    }

    private static void Read(SystemCell cell, TableIndex index, int i, int table, int hiddenMin)
    {
        var content = index.Table.Cells[i].Content;
        var least = index.Table.HiddenMin ?? hiddenMin;
        switch (content.Kind)
        {
            case ContentKind.Number when !index.AddedUp.Contains(index.Keys[i]):
                cell.Show(index.Table.Scaled(content.Value), table);
                break;
            case ContentKind.NotApplicable:
                cell.Show(0, table);
                break;
            case ContentKind.Hidden:
                cell.Narrow(least, null);
                break;
            case ContentKind.Range:
                cell.Narrow(Math.Max(content.Low * index.Table.Scale, least), content.High * index.Table.Scale);
                break;
        }
    }
}
