namespace Anonymize.Attacking;

/// <summary>What an attacker learns about one hidden cell.</summary>
/// <param name="File">The file that prints it.</param>
/// <param name="Table">The table in that file.</param>
/// <param name="At">Variables and labels, as printed.</param>
/// <param name="Low">The least value that fits everything printed.</param>
/// <param name="High">The largest; null where there is none.</param>
/// <param name="IsWhole">Whether both ends are proved for whole numbers.</param>
/// <param name="Status">The verdict.</param>
/// <param name="How">Which totals give it away; empty for an open cell.</param>
public sealed record AttackedCell(
    string File,
    string Table,
    IReadOnlyList<KeyValuePair<string, string>> At,
    decimal Low,
    decimal? High,
    bool IsWhole,
    CellVerdict Status,
    string How);
