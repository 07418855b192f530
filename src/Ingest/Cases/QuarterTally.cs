namespace Ingest.Cases;

/// <summary>Counts records by quarter.</summary>
internal sealed class QuarterTally
{
    private const int LastYear = 2200;

    private readonly int[] counts = new int[(LastYear + 1 - Quarter.FirstYear) * 4];

    /// <summary>The quarters that have any, ascending, as codes.</summary>
    public IEnumerable<(string Quarter, int Count)> Counts =>
        from quarter in Enumerable.Range(0, counts.Length)
        where counts[quarter] > 0
        select (Quarter.CodeOf((short)quarter), counts[quarter]);

    /// <param name="quarter">Packed; of 1900 to 2200.</param>
    public void Add(short quarter) => counts[quarter]++;
}
