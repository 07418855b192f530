namespace Anonymize;

/// <summary>A hidden cell and the rules that name it themselves. Without any it is hidden to protect another one. For cleared eyes: it says where the small figures are.</summary>
/// <param name="Table">Id of the table.</param>
/// <param name="Cell">Position in the table, row-major.</param>
/// <param name="Rules">R1, R3 or R5, in ordinal order; none for a secondary cell.</param>
/// <param name="Possible">How many different counts the certificate shows to be possible, the true one among them; the real number may be larger.</param>
/// <param name="Width">Distance between the smallest and the largest of them.</param>
public sealed record HiddenCell(string Table, int Cell, IReadOnlyList<string> Rules, int Possible, int Width)
{
    public bool IsPrimary => Rules.Count > 0;
}
