namespace Anonymize.Attack;

/// <summary>An alternative in column form: which columns gain (+) or lose (−) how many persons. Sparse, ascending by column.</summary>
internal sealed class Move
{
    public Move(IEnumerable<(int Column, int Delta)> terms) => Terms = [.. terms.Where(t => t.Delta != 0).OrderBy(t => t.Column)];

    public (int Column, int Delta)[] Terms { get; }

    /// <summary>What the move adds to a sum of columns.</summary>
    public int Change(ReadOnlySpan<int> columns)
    {
        var sum = 0;
        var i = 0;
        foreach (var column in columns)
        {
            while (i < Terms.Length && Terms[i].Column < column)
            {
                i++;
            }

            if (i < Terms.Length && Terms[i].Column == column)
            {
                sum += Terms[i].Delta;
            }
        }

        return sum;
    }

    public override string ToString() => nameof(Move);
}
