using Apache.Arrow;

namespace Ingest.Programme;

/// <summary>The figures of some quarters, counted.</summary>
/// <param name="Complete">Indicators that all who are to report them have reported for every one of the quarters.</param>
/// <param name="Populations">Weighted distinct records by population, complete or not.</param>
public sealed record ProgrammeCounts(IReadOnlySet<string> Complete, IReadOnlyDictionary<string, RecordBatch> Populations)
{
    public override string ToString() => nameof(ProgrammeCounts);
}
