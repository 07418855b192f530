using Apache.Arrow;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>Counts persons by combinations of codes. A database may stand behind it as well as the kernel of this process.</summary>
public interface ICaseCounter
{
    /// <summary>
    /// For each request a table of weighted distinct records: a dictionary-encoded string column for each requested one, named by its variable
    /// (several codes of a set joined by <c>;</c> in ordinal order, empty for none), then <c>count</c> and a <c>partner:ID</c> column for each
    /// registered partner in ordinal order, all Int32. A person whom several partners reported is counted at each of them, and once
    /// in <c>count</c>. Rows ascend by codes in ordinal order; a combination that does not occur is not there. All tables are of one moment.
    /// </summary>
    /// <param name="requests">The tables, which are read together.</param>
    /// <param name="quarters">Codes of the quarters counted; none means all.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <exception cref="ArgumentException">An unknown variable, level or quarter.</exception>
    StoreResult<IReadOnlyList<RecordBatch>> Count(IReadOnlyList<CountRequest> requests, IReadOnlyList<string>? quarters, CancellationToken cancellationToken);

    /// <summary>How many persons, duplicates and records without a quarter there are.</summary>
    StoreResult<PopulationSummary> Summarise(Population population, IReadOnlyList<string>? quarters, CancellationToken cancellationToken);
}
