using Anonymize.Attacking.Structure;

namespace Anonymize.Attacking.Facts;

/// <summary>Slices of a table along one variable that print the same labels in the same order.</summary>
internal sealed class SlicePattern(IReadOnlyList<Coordinate> labels)
{
    public IReadOnlyList<Coordinate> Labels { get; } = labels;

    /// <summary>The total of each slice, where one is printed, and its parts in the order of the labels.</summary>
    public List<(int? Total, int[] Parts)> Slices { get; } = [];
}
