using Ingest.Intake;

namespace Ingest.Programme;

/// <summary>A figure that somebody owes: as long as one is missing, its indicator is in no table.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Quarter">Code of the quarter.</param>
/// <param name="Partner">Who owes it; null where anybody may report the indicator and nobody did.</param>
public readonly record struct MissingFigure(string Indicator, string Quarter, PartnerId? Partner);
