using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Search;

/// <summary>The score of nodes by the measure asked for: one of columns, or one of classes, whose bound is known only when classes were made.</summary>
internal sealed class NodeScore
{
    private readonly Measure _measure;
    private readonly long _rows;

    public NodeScore(Measure measure, IReadOnlyList<Hierarchy> hierarchies, TupleTable tuples)
    {
        _measure = measure;
        _rows = tuples.Rows;
        var frequencies = LeafFrequencies.Of(tuples.Leaves, tuples.Weights, hierarchies);
        Columns = measure switch
        {
            Measure.Loss => new LossMeasure(hierarchies, frequencies, _rows, geometric: true),
            Measure.LossArithmetic => new LossMeasure(hierarchies, frequencies, _rows, geometric: false),
            Measure.Precision => new PrecisionMeasure(hierarchies, _rows),
            Measure.Entropy => new EntropyMeasure(hierarchies, frequencies),
            _ => null,
        };
    }

    /// <summary>Null for a measure of classes.</summary>
    public ColumnMeasure? Columns { get; }

    /// <summary>Below the score of the node and of all that are coarser.</summary>
    public double Bound(ReadOnlySpan<int> levels) => Columns is null ? 0 : Columns.Score(levels, default) * Columns.Slack;

    /// <summary>For a measure of classes, below the scores of all coarser nodes: there classes are fewer and larger.</summary>
    public double BoundOf(NodeFacts facts) => _measure switch
    {
        _ when facts.Classes == 0 => 0,
        Measure.Discernibility => facts.Squares,
        Measure.Aecs => _rows / (double)facts.Classes,
        _ => 0,
    };

    public double Of(ReadOnlySpan<int> levels, NodeFacts facts) => _measure switch
    {
        Measure.Discernibility => facts.KeptSquares + ((double)facts.Suppression.Rows * _rows),
        Measure.Aecs => _rows / (double)(facts.KeptClasses + (facts.Suppression.Rows > 0 ? 1 : 0)),
        _ => Columns!.Score(levels, facts.Suppression),
    };

    public double Value(double score) => Columns?.Value(score) ?? score;
}
