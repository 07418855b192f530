using Anonymize.RecordFiles.Recoding;
using Anonymize.RecordFiles.Risks;

namespace Anonymize.RecordFiles;

/// <summary>The outcome of a task: what is published of each record, and what it costs.</summary>
public sealed class RecodedFile
{
    private readonly Lazy<IReadOnlyList<RecodedColumn>> _columns;

    internal RecodedFile(Func<IReadOnlyList<RecodedColumn>> columns) => _columns = new Lazy<IReadOnlyList<RecodedColumn>>(columns);

    /// <summary>What a suppressed value is written as.</summary>
    public const string Blank = "*";

    /// <summary>Level of each key attribute; null where classes have levels of their own.</summary>
    public required IReadOnlyList<int>? Levels { get; init; }

    /// <summary>The measure asked for, as it is reported.</summary>
    public required double MetricValue { get; init; }

    public required int Rows { get; init; }

    public required long SuppressedRows { get; init; }

    /// <summary>Values blanked in records that are kept, where values are blanked one by one; else 0.</summary>
    public required long SuppressedCells { get; init; }

    /// <summary>Distinct combinations of key attributes in the file.</summary>
    public required int DistinctTuples { get; init; }

    /// <summary>Classes that are kept.</summary>
    public required int Classes { get; init; }

    /// <summary>Records in the smallest of them; 0 where nothing is kept.</summary>
    public required int SmallestClass { get; init; }

    public required int NodesChecked { get; init; }

    public required RiskSummary Before { get; init; }

    public required RiskSummary After { get; init; }

    /// <summary>The key attributes, in the order of the task; made at the first look.</summary>
    public IReadOnlyList<RecodedColumn> Columns => _columns.Value;

    /// <summary>By record.</summary>
    public required Func<int, bool> IsSuppressed { get; init; }

    public override string ToString() => nameof(RecodedFile);
}
