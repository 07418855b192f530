namespace Anonymize.RecordFiles.Recoding;

/// <summary>A class that is being made: the tuples in it and the levels they share.</summary>
/// <param name="Tuples">In ascending order.</param>
/// <param name="Levels">By attribute; at these all tuples have the same categories.</param>
internal sealed record RecodingClass(int[] Tuples, int[] Levels);
