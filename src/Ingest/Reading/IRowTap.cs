using Ingest.Formats;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>Looks at records as they are read: all but those set aside for want of consent.</summary>
internal interface IRowTap
{
    /// <param name="rows">The row as it stands in the file.</param>
    /// <param name="draft">What was understood of it.</param>
    /// <param name="columns">The columns that are read.</param>
    /// <param name="problems">For each of them the rule its cell breaks, or none.</param>
    void See(RowReader rows, RowDraft draft, IReadOnlyList<BoundColumn> columns, ReadOnlySpan<RuleCode> problems);
}
