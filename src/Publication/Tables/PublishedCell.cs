using System.Globalization;

namespace Publication.Tables;

/// <summary>A cell as the public sees it. A cell that is not shown has no value to leak: it holds zero.</summary>
public readonly record struct PublishedCell
{
    private PublishedCell(CellState state, int count)
    {
        State = state;
        Count = count;
    }

    public static PublishedCell Hidden { get; } = new(CellState.Hidden, 0);

    public static PublishedCell NotApplicable { get; } = new(CellState.NotApplicable, 0);

    public static PublishedCell NotAvailable { get; } = new(CellState.NotAvailable, 0);

    public CellState State { get; }

    private int Count { get; }

    public bool IsShown => State == CellState.Shown;

    /// <summary>The count of persons of a shown cell.</summary>
    /// <exception cref="InvalidOperationException">The cell is not shown.</exception>
    public int Value => IsShown ? Count : throw new InvalidOperationException("A cell that is not shown has no value.");

    /// <summary>The count, or the name of the state: the generated text would ask a hidden cell for its value.</summary>
    public override string ToString() => IsShown ? Count.ToString(CultureInfo.InvariantCulture) : State.ToString();

    public static PublishedCell Show(int value) => new(CellState.Shown, value);
}
