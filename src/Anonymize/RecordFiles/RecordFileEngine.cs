using System.Diagnostics.CodeAnalysis;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Recoding;
using Anonymize.RecordFiles.Search;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles;

/// <summary>Makes a file of records safe with the least loss. It holds a checked task; each run begins with the records.</summary>
public sealed class RecordFileEngine
{
    private const long MostNodes = 1L << 40;

    private readonly RecordFileTask _task;
    private readonly int[][] _leaves;
    private readonly int[][]? _populationLeaves;
    private readonly SensitiveAttribute[] _sensitive;
    private readonly long _limit;

    private RecordFileEngine(RecordFileTask task, int[][] leaves, int[][]? populationLeaves, SensitiveAttribute[] sensitive)
    {
        _task = task;
        _leaves = leaves;
        _populationLeaves = populationLeaves;
        _sensitive = sensitive;
        _limit = (long)Math.Floor(task.SuppressionLimit * Rows);
    }

    private int Rows => _task.Keys[0].Column.Rows;

    public static bool TryMake(RecordFileTask task, [NotNullWhen(true)] out RecordFileEngine? engine, out RecordFault fault)
    {
        ArgumentNullException.ThrowIfNull(task);
        engine = null;
        fault = task.Keys[0].Column.Rows == 0 ? new RecordFault(RecordFaultCode.NoRecords)
            : task.Keys.Aggregate((UInt128)1, (nodes, key) => nodes > MostNodes ? nodes : nodes * (uint)key.Hierarchy.Levels) > MostNodes ? new RecordFault(RecordFaultCode.TooManyNodes)
            : default;
        if (fault.Code != RecordFaultCode.None
            || !TryBind(task, [.. task.Keys.Select(k => k.Column)], out var leaves, out fault))
        {
            return false;
        }

        int[][]? populationLeaves = null;
        if (task.Population is { } population && !TryBind(task, population, out populationLeaves, out fault))
        {
            return false;
        }

        var sensitive = new List<SensitiveAttribute>();
        foreach (var column in task.Sensitive)
        {
            if (column.Sets is not null && !SensitiveModels.JudgesSets(task.Models))
            {
                fault = new RecordFault(RecordFaultCode.ModelOfSingleValues, column.Column.Name);
                return false;
            }

            if (SensitiveAttribute.Of(column) is not { } attribute)
            {
                fault = new RecordFault(RecordFaultCode.ValuesWithoutLeaf, column.Column.Name, column.Column.Values.Count(v => column.Hierarchy!.Leaf(v) < 0));
                return false;
            }

            sensitive.Add(attribute);
        }

        engine = new RecordFileEngine(task, leaves, populationLeaves, [.. sensitive]);
        return true;
    }

    /// <returns>Null where nothing satisfies the models within the limit of suppression.</returns>
    public RecodedFile? Run(CancellationToken cancellationToken) => Run(Collapse(), _task.Models, cancellationToken);

    /// <summary>What each of several k would cost and give, all else being as asked.</summary>
    /// <param name="ks">In ascending order.</param>
    /// <param name="cancellationToken">Looked at within each search.</param>
    /// <returns>Those k that can be reached within the limit of suppression.</returns>
    public IReadOnlyList<FrontierPoint> Frontier(IEnumerable<int> ks, CancellationToken cancellationToken)
    {
        var tuples = Collapse();
        var points = new List<FrontierPoint>();
        foreach (var k in ks)
        {
            if (Run(tuples, _task.Models with { K = k }, cancellationToken) is { } file)
            {
                points.Add(new FrontierPoint(k, file.MetricValue, file.SuppressedRows, file.SmallestClass, file.After));
            }
        }

        return points;
    }

    private RecodedFile? Run(TupleTable tuples, PrivacyModels asked, CancellationToken cancellationToken)
    {
        var models = ModelsOf(tuples, asked);
        return _task.Recoding switch
        {
            RecodingKind.Global => Global(tuples, models, cancellationToken),
            RecodingKind.Local => Local(tuples, models, [.. _task.Keys.Select(k => k.Hierarchy)], cancellationToken),
            RecodingKind.Cells => Local(tuples, models, [.. _task.Keys.Select(k => k.Hierarchy.Flat(RecodedFile.Blank))], cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(cancellationToken)),
        };
    }

    private static bool TryBind(RecordFileTask task, IReadOnlyList<RecordColumn> columns, out int[][] leaves, out RecordFault fault)
    {
        leaves = new int[columns.Count][];
        for (var j = 0; j < leaves.Length; j++)
        {
            leaves[j] = [.. columns[j].Values.Select(task.Keys[j].Hierarchy.Leaf)];
            if (leaves[j].Contains(-1))
            {
                fault = new RecordFault(RecordFaultCode.ValuesWithoutLeaf, columns[j].Name, leaves[j].Count(leaf => leaf < 0));
                return false;
            }
        }

        fault = default;
        return true;
    }

    private TupleTable Collapse() => TupleCollapse.Collapse(
        [.. _task.Keys.Select(k => k.Column)],
        _leaves,
        [.. _task.Keys.Select(k => k.Hierarchy.Rows)],
        _populationLeaves is { } leaves ? (_task.Population!, leaves) : null,
        _task.Models.AsksSensitive ? [.. _sensitive.Select(s => (s.Column, s.ValueOf, s.Count))] : []);

    private ModelSet ModelsOf(TupleTable tuples, PrivacyModels asked) => asked.AsksSensitive
        ? new ModelSet(asked, [.. _sensitive.Select((s, i) => SensitiveModels.Of(asked, s, tuples.Sensitive[i]))], [.. _sensitive.Select(s => s.Count)])
        : new ModelSet(asked, [], []);

    private RecodedFile? Global(TupleTable tuples, ModelSet models, CancellationToken cancellationToken)
    {
        var search = new FullDomainSearch(tuples, [.. _task.Keys.Select(k => k.Hierarchy)], models, _task.Measure, _limit);
        if (search.Run(cancellationToken) is not { } optimum)
        {
            return null;
        }

        var (classOf, isSuppressed, sizes) = search.Classes(optimum.Levels);
        var recoding = new ClassRecoding(classOf, new SameForAll(optimum.Levels, tuples.Count), isSuppressed, sizes);
        return Recoded(tuples, recoding, [.. _task.Keys.Select(k => k.Hierarchy)], search.Value(optimum.Score), optimum.NodesChecked, optimum.Levels);
    }

    private RecodedFile? Local(TupleTable tuples, ModelSet models, Hierarchy[] hierarchies, CancellationToken cancellationToken) =>
        new LocalRecoder(tuples, hierarchies, models, _task.Measure, _limit).Run(cancellationToken) is { } local
            ? Recoded(tuples, local.Recoding, hierarchies, local.Value, local.NodesChecked, levels: null)
            : null;

    private long Blanks(TupleTable tuples, ClassRecoding recoding)
    {
        if (_task.Recoding != RecodingKind.Cells)
        {
            return 0;
        }

        long blanks = 0;
        for (var t = 0; t < tuples.Count; t++)
        {
            blanks += recoding.IsSuppressed[recoding.ClassOf[t]] ? 0 : (long)tuples.Weights[t] * recoding.Levels[t].Sum();
        }

        return blanks;
    }

    private RecodedFile Recoded(TupleTable tuples, ClassRecoding recoding, Hierarchy[] hierarchies, double value, int nodes, IReadOnlyList<int>? levels) => new(
        () => [.. hierarchies.Select((hierarchy, j) => RecodedColumns.Of(hierarchy, tuples, recoding, j))])
    {
        Levels = levels,
        MetricValue = value,
        Rows = Rows,
        SuppressedRows = recoding.SuppressedRows,
        SuppressedCells = Blanks(tuples, recoding),
        DistinctTuples = tuples.Weights.Count(w => w > 0),
        Classes = recoding.Classes,
        SmallestClass = recoding.SmallestClass,
        NodesChecked = nodes,
        Before = Risks.RiskSummary.Of(tuples.Weights, tuples.Population is { } p ? [.. p.Select(n => (double)n)] : []),
        After = recoding.Risks(tuples.Population),
        IsSuppressed = row => recoding.IsSuppressed[recoding.ClassOf[tuples.TupleOfRow[row]]],
    };
}
