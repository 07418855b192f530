namespace Anonymize.Attacking;

/// <summary>The outcome of an attack.</summary>
/// <param name="Tables">Tables that were read.</param>
/// <param name="Cells">Every hidden cell, in the order of printing.</param>
/// <param name="Assumed">What was taken for granted, in words.</param>
public sealed record AttackReport(int Tables, IReadOnlyList<AttackedCell> Cells, IReadOnlyList<string> Assumed)
{
    public bool FindsAnything => Cells.Any(c => c.Status != CellVerdict.Open);
}
