namespace Anonymize.Attack;

/// <summary>A count, or the difference of two counts, as columns with signs.</summary>
internal sealed class LinearForm(CellRow cell, CellRow? minus)
{
    public int Truth => cell.Truth - (minus?.Truth ?? 0);

    public int Change(Move move) => move.Change(cell.Columns) - (minus is null ? 0 : move.Change(minus.Columns));

    /// <summary>Value under other weights of the columns.</summary>
    public int Value(int[] weights) => cell.Columns.Sum(c => weights[c]) - (minus?.Columns.Sum(c => weights[c]) ?? 0);

    /// <summary>Columns with coefficients; a column of both counts cancels.</summary>
    public IEnumerable<(int Column, int Coefficient)> Terms =>
        minus is null
            ? cell.Columns.Select(c => (c, 1))
            : cell.Columns.Except(minus.Columns).Select(c => (c, 1)).Concat(minus.Columns.Except(cell.Columns).Select(c => (c, -1)));
}
