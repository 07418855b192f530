namespace Anonymize.Attack;

/// <summary>A count, or the difference of two counts, as columns with signs. A column of both counts cancels.</summary>
internal sealed class LinearForm
{
    private readonly sbyte[] _coefficients;

    public LinearForm(CellRow cell, CellRow? minus, int columns)
    {
        _coefficients = new sbyte[columns];
        foreach (var column in cell.Columns)
        {
            _coefficients[column]++;
        }

        foreach (var column in minus?.Columns ?? [])
        {
            _coefficients[column]--;
        }

        Terms = [.. cell.Columns.Union(minus?.Columns ?? []).Where(c => _coefficients[c] != 0).Order().Select(c => (c, (int)_coefficients[c]))];
        Truth = cell.Truth - (minus?.Truth ?? 0);
    }

    public int Truth { get; }

    /// <summary>Columns with coefficients, ascending.</summary>
    public IReadOnlyList<(int Column, int Coefficient)> Terms { get; }

    /// <summary>What a move adds to the count.</summary>
    public int Change(Move move)
    {
        var sum = 0;
        foreach (var (column, delta) in move.Terms)
        {
            sum += _coefficients[column] * delta;
        }

        return sum;
    }

    /// <summary>Value under other weights of the columns.</summary>
    public int Value(int[] weights) => Terms.Sum(t => t.Coefficient * weights[t.Column]);
}
