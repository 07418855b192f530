namespace Anonymize.RecordFiles.Risks;

/// <summary>How well classes hide the values of one sensitive attribute. Classes in which all share one value give it away without giving anybody away.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="L">Distinct values in the class that has fewest: 1 is no protection at all.</param>
/// <param name="HomogeneousClasses">Classes of two records or more with one value.</param>
/// <param name="HomogeneousRows">Records in them.</param>
public sealed record SensitiveSummary(string Attribute, int L, int HomogeneousClasses, long HomogeneousRows);
