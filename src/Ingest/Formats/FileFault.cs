using Ingest.Rules;

namespace Ingest.Formats;

/// <summary>Why a file cannot be read on: the rule and, where known, the row as the partner's program shows it (0 = the whole file).</summary>
internal readonly record struct FileFault(RuleCode Rule, int Row = 0);
