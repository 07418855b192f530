using Apache.Arrow;

namespace Host.Drafting;

/// <summary>What a period's tables are counted from.</summary>
/// <param name="Populations">Weighted distinct records by population.</param>
/// <param name="CompleteIndicators">Indicators of the National Action Plan that all who are to report them have reported for the whole period.</param>
/// <param name="HoldCases">At least one of the records is a case.</param>
internal sealed record CountedRecords(IReadOnlyDictionary<string, RecordBatch> Populations, IReadOnlySet<string> CompleteIndicators, bool HoldCases)
{
    public override string ToString() => nameof(CountedRecords);
}
