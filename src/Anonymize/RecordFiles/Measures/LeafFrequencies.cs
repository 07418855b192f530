using System.Runtime.CompilerServices;
using Anonymize.RecordFiles.Hierarchies;

namespace Anonymize.RecordFiles.Measures;

/// <summary>Records by attribute and leaf.</summary>
internal static class LeafFrequencies
{
    public static long[][] Of(int[][] leaves, int[] weights, IReadOnlyList<Hierarchy> hierarchies)
    {
        var frequencies = hierarchies.Select(h => new long[h.Rows]).ToArray();
        for (var j = 0; j < frequencies.Length; j++)
        {
            Add(frequencies[j], leaves[j], weights);
        }

        return frequencies;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(long[] frequencies, int[] leaves, int[] weights)
    {
        for (var t = 0; t < leaves.Length; t++)
        {
            frequencies[leaves[t]] += weights[t];
        }
    }
}
