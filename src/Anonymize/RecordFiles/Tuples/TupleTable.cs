namespace Anonymize.RecordFiles.Tuples;

/// <summary>The distinct combinations of the key attributes, how many records have each, and which one each record has. All later work costs by these.</summary>
internal sealed class TupleTable
{
    public required int Count { get; init; }

    /// <summary>Leaf of each key attribute by tuple.</summary>
    public required int[][] Leaves { get; init; }

    /// <summary>Records of the file by tuple; 0 where only the population has it.</summary>
    public required int[] Weights { get; init; }

    /// <summary>Records of the population by tuple; null without one.</summary>
    public required int[]? Population { get; init; }

    /// <summary>One for each sensitive attribute.</summary>
    public required SensitiveEntries[] Sensitive { get; init; }

    /// <summary>Tuple of each record.</summary>
    public required int[] TupleOfRow { get; init; }

    public int Rows => TupleOfRow.Length;
}
