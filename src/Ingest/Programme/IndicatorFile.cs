using Ingest.Schema;

namespace Ingest.Programme;

/// <summary>The catalogue of indicators as its data file writes it.</summary>
internal sealed class IndicatorFile
{
    public required int SchemaVersion { get; init; }

    public required Label Label { get; init; }

    public required int BaselineYear { get; init; }

    public required int TargetYear { get; init; }

    public required HeadingPart Headings { get; init; }

    public required IReadOnlyList<IndicatorPart> Indicators { get; init; }

    public sealed class HeadingPart
    {
        public required IReadOnlyList<string> Quarter { get; init; }

        public required IReadOnlyList<string> Value { get; init; }
    }

    public sealed class IndicatorPart
    {
        public required string Code { get; init; }

        public required IndicatorSubject Counts { get; init; }

        public required string Population { get; init; }

        public required IReadOnlyList<string> By { get; init; }

        public required Label Activity { get; init; }

        public required Label Unit { get; init; }

        public required int Baseline { get; init; }

        public required int Target { get; init; }

        public required Label Source { get; init; }

        public required IReadOnlyList<string> Reporters { get; init; }
    }
}
