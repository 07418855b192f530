namespace Anonymize.Contingency.Systems;

/// <summary>A table that was published earlier, in the cells of the present system.</summary>
/// <param name="Table">Its cells.</param>
/// <param name="Known">What it showed.</param>
internal sealed record EarlierTable(ContingencyTable Table, KnownTable Known)
{
    /// <summary>Cells with what was shown of them.</summary>
    public IEnumerable<(int Cell, long? Shown)> Cells() => Table.Cells.Zip(Known.Shown);
}
