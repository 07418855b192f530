using System.Runtime.CompilerServices;

namespace Anonymize.RecordFiles.Search;

/// <summary>All combinations of levels, numbered so that the order of numbers is the order of vectors.</summary>
internal sealed class Lattice
{
    private readonly int[] _levels;

    public Lattice(IReadOnlyList<int> levels)
    {
        _levels = [.. levels];
        Strides = new long[_levels.Length];
        long stride = 1;
        for (var j = _levels.Length - 1; j >= 0; j--)
        {
            Strides[j] = stride;
            stride = checked(stride * _levels[j]);
        }

        Count = stride;
    }

    public long Count { get; }

    public long[] Strides { get; }

    public int Attributes => _levels.Length;

    public int Top(int attribute) => _levels[attribute] - 1;

    public long Encode(ReadOnlySpan<int> levels)
    {
        long node = 0;
        for (var j = 0; j < levels.Length; j++)
        {
            node += levels[j] * Strides[j];
        }

        return node;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(long node, Span<int> levels)
    {
        for (var j = 0; j < levels.Length; j++)
        {
            (var level, node) = Math.DivRem(node, Strides[j]);
            levels[j] = (int)level;
        }
    }
}
