using System.Buffers;
using System.Text.Json;
using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Proofs;

/// <summary>
/// The public proof: figures that agree with everything published and, for each hidden cell, a change that agrees as well and gives it another value. It claims, for
/// outsiders, that no hidden cell is settled and none is settled to lie between 1 and k − 1. Made of the published tables alone (DESIGN, two proofs).
/// </summary>
internal sealed class PublicTabulationProver
{
    /// <summary>Cells of a system up to which a proof is tried; beyond, none is given.</summary>
    private const int LargestSystem = 20_000;

    /// <summary>Work on programmes; what is undecided when it ends is not proved.</summary>
    private const long Budget = 100_000_000;

    private readonly PublishedCells _published;
    private readonly ContingencySpec _spec;
    private readonly WorkBudget _budget;

    /// <summary>Scaled as values are.</summary>
    private readonly long _k;

    public PublicTabulationProver(PublishedCells published, ContingencySpec spec, CancellationToken cancel)
    {
        _published = published;
        _spec = spec;
        _k = TabulationMaker.Scale(spec.Rules.K, spec.Decimals);
        _budget = new WorkBudget(Budget, cancel);
    }

    /// <summary>The proof as <c>proof.json</c>, and whether it covers every hidden cell.</summary>
    public (byte[] Document, bool IsComplete) Prove()
    {
        var hidden = _published.Shown.Index().Where(c => _published.IsPrinted[c.Index] && c.Item is null).Select(c => c.Index).ToArray();
        var least = _spec.Rules is { Zeros: ZeroPolicy.Open, HiddenMayBeZero: false } ? 1 : 0;
        var values = _published.HasEveryLeaf && _spec is { External.Count: 0, StructuralZeros.Count: 0, Links.Count: 0, Known.Count: 0 } && _published.Shown.Length <= LargestSystem ? BaseSolution.Find(_published, least) : null;
        // What is within a row has no mark in print: nothing is to be shown of it but that it need not be small.
        int[] members = [.. _published.Judged.SelectMany(t => t.Cells).Distinct().Where(c => !_published.IsPrinted[c])];
        var moves = new Dictionary<int, CellMove>();
        if (values is not null)
        {
            var system = Around(values, least);
            using var programmes = new PartProgrammes(system);
            IMoveFinder[] finders = CellNetwork.Of(system) is { } network ? [new NetworkMoves(network, system)] : [new CubeMoves(system), programmes];
            var prices = _published.Shown.Select((s, c) => s is null ? 0 : double.PositiveInfinity).ToArray();
            foreach (var finder in finders)
            {
                foreach (var cell in hidden.Concat(members.Where(m => IsSmall(values[m]))).Where(c => !moves.ContainsKey(c)))
                {
                    Alternative(finder, cell, prices, values, moves);
                }
            }
        }

        var isComplete = values is not null && hidden.All(moves.ContainsKey) && members.All(m => !IsSmall(values[m]) || moves.ContainsKey(m));
        return (Write(values, moves, isComplete), isComplete);
    }

    /// <summary>Another value; one outside 1..k − 1 where the base lies within. What gives it to one cell gives it to others.</summary>
    private void Alternative(IMoveFinder finder, int cell, double[] prices, long[] values, Dictionary<int, CellMove> moves)
    {
        (int Sign, long Amount)[] ways = IsSmall(values[cell]) ? [(-1, values[cell]), (1, _k - values[cell])] : [(1, 1), (-1, 1)];
        foreach (var (sign, amount) in ways)
        {
            if (_budget.IsExceeded || finder.Find(new MoveQuestion(cell, sign, amount, prices, double.PositiveInfinity), _budget) is not { } move)
            {
                continue;
            }

            foreach (var (other, _) in move.Cells.Zip(move.Deltas).Where(c => (c.First == cell || _published.IsPrinted[c.First]) && !(IsSmall(values[c.First]) && IsSmall(values[c.First] + c.Second))))
            {
                moves.TryAdd(other, move);
            }

            return;
        }
    }

    private bool IsSmall(long value) => value >= 1 && value < _k;

    private ContingencySystem Around(long[] values, int least)
    {
        var room = new long[values.Length];
        Array.Fill(room, ContingencySystem.Unbounded);
        return new ContingencySystem
        {
            Grid = _published.Grid,
            Trees = [],
            Tables = _published.Tables,
            References = new Dictionary<CellReference, int[]>(),
            Values = values,
            IsPrinted = _published.IsPrinted,
            IsPrimary = new bool[values.Length],
            IsOpen = [.. _published.Shown.Select(s => s is not null)],
            RoomDown = [.. values.Select((v, c) => v - (_published.IsPrinted[c] ? Math.Min(least, v) : 0))],
            RoomUp = room,
            Costs = new double[values.Length],
            Requirements = [],
        };
    }

    private byte[] Write(long[]? values, Dictionary<int, CellMove> moves, bool isComplete)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("publicProof", isComplete ? "complete" : "partial");
            json.WriteNumber("k", _k);
            json.WriteStartArray("variables");
            for (var v = 0; values is not null && v < _published.Variables.Count; v++)
            {
                WriteVariable(json, v);
            }

            json.WriteEndArray();
            json.WriteStartArray("base");
            for (var column = 0; values is not null && column < _published.Grid.Columns; column++)
            {
                if (values[column] != 0)
                {
                    WriteColumn(json, column, values[column]);
                }
            }

            json.WriteEndArray();
            json.WriteStartArray("cells");
            // What is within a row of one table may be printed by another, and is asked about under both.
            foreach (var (table, printed) in _published.Tables.Select(t => (t, new HashSet<int>()))
                .Concat(_published.Judged.Select(j => (j, _published.Tables.Where(t => string.Equals(t.Spec.Id, j.Spec.Id, StringComparison.Ordinal)).SelectMany(t => t.Cells).ToHashSet()))))
            {
                for (var position = 0; position < table.Cells.Length; position++)
                {
                    if (!printed.Contains(table.Cells[position]) && moves.TryGetValue(table.Cells[position], out var move))
                    {
                        WriteCell(json, table, position, move);
                    }
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The classes, and the categories that hold each: what is needed to add up.</summary>
    private void WriteVariable(Utf8JsonWriter json, int variable)
    {
        json.WriteStartObject();
        json.WriteString("name", _published.Variables[variable]);
        json.WriteStartObject("groups");
        foreach (var (name, groups) in _published.Classes[variable].Zip(_published.Groups[variable]))
        {
            json.WriteStartArray(name);
            foreach (var group in groups)
            {
                json.WriteStringValue(group);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteCell(Utf8JsonWriter json, ContingencyTable table, int position, CellMove move)
    {
        json.WriteStartObject();
        json.WriteString("table", table.Spec.Id);
        json.WriteStartArray("at");
        foreach (var code in table.CodesAt(position))
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var (cell, delta) in move.Cells.Zip(move.Deltas).Where(c => c.First < _published.Grid.Columns))
        {
            WriteColumn(json, cell, delta);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteColumn(Utf8JsonWriter json, int column, long count)
    {
        json.WriteStartArray();
        foreach (var (v, node) in _published.Grid.NodesOf(column).Index())
        {
            json.WriteStringValue(_published.Classes[v][node]);
        }

        json.WriteNumberValue(count);
        json.WriteEndArray();
    }
}
