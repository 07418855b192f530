using Anonymize.RecordFiles.Risks;

namespace Anonymize.RecordFiles;

/// <summary>What one k costs and gives.</summary>
/// <param name="K">The least size of classes.</param>
/// <param name="MetricValue">What is lost, by the measure asked for.</param>
/// <param name="SuppressedRows">Records left out.</param>
/// <param name="SmallestClass">Records in the smallest class that is kept; 0 where none is.</param>
/// <param name="Risks">Of the records that are kept.</param>
public sealed record FrontierPoint(int K, double MetricValue, long SuppressedRows, int SmallestClass, RiskSummary Risks);
