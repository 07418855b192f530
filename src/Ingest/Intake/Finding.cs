using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Intake;

/// <summary>
/// Something a rule found in a file: which rule, how often, where. It has no member that could hold the content of a cell.
/// </summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Severity">What it means for the file.</param>
/// <param name="Text">What to tell the partner.</param>
/// <param name="Column">The column's name as our schema knows it; none where the rule is about a row, a file or an unknown column.</param>
/// <param name="ColumnLetter">The column as a spreadsheet letters it; none where the rule is about a row or a file.</param>
/// <param name="Expected">What the column may hold; none where that does not apply.</param>
/// <param name="Count">How often, always the true number.</param>
/// <param name="Rows">The first rows, numbered as the partner's own program numbers them.</param>
public sealed record Finding(
    RuleCode Rule,
    Severity Severity,
    Label Text,
    string? Column,
    string? ColumnLetter,
    Label? Expected,
    long Count,
    IReadOnlyList<int> Rows);
