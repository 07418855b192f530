namespace Anonymize.RecordFiles.Risks;

/// <summary>Risks of one kind of attacker.</summary>
/// <param name="Highest">Of the record most at risk.</param>
/// <param name="Average">Mean over records.</param>
/// <param name="AtRisk">Share of records above the threshold.</param>
public readonly record struct RiskFigures(double Highest, double Average, double AtRisk);
