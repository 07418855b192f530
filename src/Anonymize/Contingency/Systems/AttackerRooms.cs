using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>What the attacker knows of each cell besides what is shown, as room for change around its value.</summary>
internal sealed class AttackerRooms
{
    private readonly CellGrid _grid;
    private readonly long[] _values;

    public AttackerRooms(CellGrid grid, long[] values, bool[] printed, ContingencySpec spec)
    {
        _grid = grid;
        _values = values;
        Open = new bool[values.Length];
        Down = (long[])values.Clone();
        Up = new long[values.Length];
        Array.Fill(Up, ContingencySystem.Unbounded);
        if (spec.Rules.Zeros != ZeroPolicy.Open)
        {
            return;
        }

        for (var cell = 0; cell < values.Length; cell++)
        {
            if (printed[cell])
            {
                // Zeros are always shown; whoever knows it knows that a hidden cell is at least one.
                Open[cell] = values[cell] == 0;
                Down[cell] = spec.Rules.HiddenMayBeZero ? values[cell] : Math.Max(values[cell] - 1, 0);
            }
        }
    }

    public bool[] Open { get; }

    public long[] Down { get; }

    public long[] Up { get; }

    /// <summary>Combinations that cannot occur: nothing below them moves.</summary>
    public void Forbid(IReadOnlySet<int> impossible, List<InputFault> faults)
    {
        foreach (var cell in impossible)
        {
            if (_values[cell] != 0)
            {
                faults.Add(new InputFault(InputFaultKind.ImpossibleOccurs, "structuralZeros", 1));
            }

            (Down[cell], Up[cell], Open[cell]) = (0, 0, true);
        }

        if (impossible.Count == 0)
        {
            return;
        }

        var nodes = impossible.Select(_grid.NodesOf).ToArray();
        for (var column = 0; column < _grid.Columns; column++)
        {
            var at = _grid.NodesOf(column);
            if (nodes.Any(n => n.Index().All(x => _grid.Variables[x.Index].ClassesOf[x.Item].Contains(at[x.Index]))))
            {
                (Down[column], Up[column], Open[column]) = (0, 0, true);
            }
        }
    }

    /// <summary>Figures known from elsewhere.</summary>
    public void Know(int[] cells, long? low, long? high, string path, List<InputFault> faults)
    {
        foreach (var cell in cells)
        {
            if (_values[cell] < low || _values[cell] > high)
            {
                faults.Add(new InputFault(InputFaultKind.FactContradicted, path, 1));
                continue;
            }

            Down[cell] = Math.Min(Down[cell], low is { } least ? _values[cell] - least : long.MaxValue);
            Up[cell] = Math.Min(Up[cell], high is { } most ? most - _values[cell] : long.MaxValue);
        }
    }

    /// <summary>Figures of an earlier run: what it showed is fixed, and what it hid is at least what its readers know.</summary>
    public void Know(EarlierTable earlier, List<InputFault> faults)
    {
        var wrong = 0;
        foreach (var (cell, shown) in earlier.Cells())
        {
            wrong += shown is { } figure ? (figure == _values[cell] ? 0 : 1) : _values[cell] < earlier.Known.HiddenMin ? 1 : 0;
            (Down[cell], Up[cell], Open[cell]) = shown is null
                ? (Math.Min(Down[cell], Math.Max(_values[cell] - earlier.Known.HiddenMin, 0)), Up[cell], Open[cell])
                : (0, 0, true);
        }

        if (wrong > 0)
        {
            faults.Add(new InputFault(InputFaultKind.FactContradicted, earlier.Known.Path, wrong));
        }
    }
}
