using Ingest.Intake;
using Ingest.Schema;

namespace Ingest.Programme;

/// <summary>An indicator of the National Action Plan; its name, goal and pillar are in the code list <c>indicator</c>.</summary>
public sealed record Indicator
{
    public required string Code { get; init; }

    /// <summary>The activity of the plan that it measures.</summary>
    public required Label Activity { get; init; }

    /// <summary>What one of it is, in the plural where the language has one.</summary>
    public required Label Unit { get; init; }

    public required IndicatorSubject Counts { get; init; }

    /// <summary>Name of the population whose tables count it.</summary>
    public required string Population { get; init; }

    /// <summary>Variables by which its figures are broken down.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>Figure of the year before the plan.</summary>
    public required int Baseline { get; init; }

    /// <summary>Figure that the plan wants for a year.</summary>
    public required int Target { get; init; }

    /// <summary>Where reporters take the figure from.</summary>
    public required Label Source { get; init; }

    /// <summary>Who reports it: its figure is complete once all of them have. In ordinal order; none means anybody.</summary>
    public required IReadOnlyList<PartnerId> Reporters { get; init; }

    /// <summary>It counts victims or those who sought help, so that small figures are guarded as in the tables of persons.</summary>
    public bool CountsPersonsAtRisk => IsOfPersonsAtRisk(Counts);

    internal static bool IsOfPersonsAtRisk(IndicatorSubject counts) => counts is IndicatorSubject.Callers or IndicatorSubject.Victims;

    public bool IsReportedBy(PartnerId partner) => Reporters.Count == 0 || Reporters.Contains(partner);
}
