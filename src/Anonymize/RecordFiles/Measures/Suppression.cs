namespace Anonymize.RecordFiles.Measures;

/// <summary>What is known of the records that a node suppresses: all of them after its classes were made, fewer before.</summary>
/// <param name="Rows">Records.</param>
/// <param name="Deficits">By attribute, what <see cref="ColumnMeasure.Deficit"/> says of them; null where nothing is known.</param>
internal readonly record struct Suppression(long Rows, double[]? Deficits);
