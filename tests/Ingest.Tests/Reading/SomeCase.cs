using Ingest.Cases;

namespace Ingest.Tests.Reading;

/// <summary>One case of a batch, decoded for assertions.</summary>
internal sealed record SomeCase
{
    public required int Row { get; init; }

    public required string CaseKey { get; init; }

    public required string MatchKey { get; init; }

    public required IReadOnlyDictionary<CaseColumn, string> Codes { get; init; }

    public required IReadOnlyDictionary<SetColumn, string> Sets { get; init; }

    public required IReadOnlyDictionary<PeriodColumn, string> Periods { get; init; }

    public string this[CaseColumn column] => Codes[column];

    public string this[SetColumn column] => Sets[column];

    public string this[PeriodColumn column] => Periods[column];
}
