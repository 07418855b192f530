using Ingest.Intake;

namespace Ingest.Programme;

/// <summary>What came of reading a file of figures: the report, and the figures where nothing is wrong with any of them.</summary>
internal sealed record FigureReading(ValidationReport Report, IReadOnlyList<ProgrammeFigure> Figures)
{
    public override string ToString() => nameof(FigureReading);
}
