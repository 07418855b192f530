namespace Anonymize.RecordFiles.Models;

/// <summary>A condition on how the values of one sensitive attribute are distributed within a class.</summary>
internal abstract class SensitiveModel
{
    /// <param name="histogram">Records by value, in the canonical order of values, so that no sum depends on the order of rows.</param>
    /// <param name="size">Their sum.</param>
    public abstract bool Holds(ReadOnlySpan<int> histogram, int size);
}
