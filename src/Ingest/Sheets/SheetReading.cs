using Ingest.Rules;

namespace Ingest.Sheets;

/// <summary>What a published file holds, or why it cannot be read.</summary>
/// <param name="Sheets">In the order of the file; empty where there is a fault.</param>
/// <param name="Fault">The rule that is broken.</param>
public sealed record SheetReading(IReadOnlyList<Sheet> Sheets, RuleCode? Fault = null);
