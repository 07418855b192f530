namespace Anonymize.RecordFiles.Models;

/// <summary>A condition on how the values of one sensitive attribute are distributed within a class.</summary>
internal abstract class SensitiveModel
{
    /// <param name="histogram">Records by value, in the canonical order of values, so that no sum depends on the order of rows.</param>
    /// <param name="size">Their sum.</param>
    public abstract bool Holds(ReadOnlySpan<int> histogram, int size);

    /// <summary>
    /// The least share of the class's records that is suppressed however the class is divided into finer ones: 1 where every part fails, 0 where nothing is
    /// known.
    /// </summary>
    public virtual double LostWhenDivided(ReadOnlySpan<int> histogram, int size) => 0;
}
