namespace Anonymize.Contingency.Layouts;

/// <summary>A pooled variable of a table: a place for a layout.</summary>
/// <param name="Table">Position of the table.</param>
/// <param name="By">Position among its crossed variables.</param>
/// <param name="Persons">[category] persons.</param>
/// <param name="IsNamed">[category] it stands by itself.</param>
/// <param name="Groups">Categories of each group of more than one that the variable declares.</param>
internal sealed record LayoutSlot(int Table, int By, long[] Persons, bool[] IsNamed, IReadOnlyList<int[]> Groups)
{
    public int Count => Persons.Length;
}
