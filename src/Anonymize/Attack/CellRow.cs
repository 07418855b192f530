using Publication.Tables;

namespace Anonymize.Attack;

/// <summary>A cell as a sum of columns of one clique.</summary>
internal sealed record CellRow(CellDefinition Cell, int[] Columns, int Truth)
{
    public override string ToString() => Cell.Key;
}
