using Publication.Tables;

namespace Reports.Indicators;

/// <summary>
/// A number that may be printed, or the mark that stands for it. Whatever is worked out from marked figures is marked too, with the strictest
/// of their marks: nothing is ever computed from a figure that is not shown.
/// </summary>
internal readonly record struct Figure
{
    private readonly decimal _value;

    private Figure(CellState state, decimal value)
    {
        State = state;
        _value = value;
    }

    public static Figure NotAvailable { get; } = new(CellState.NotAvailable, 0);

    public static Figure NotApplicable { get; } = new(CellState.NotApplicable, 0);

    public CellState State { get; }

    public bool IsShown => State == CellState.Shown;

    /// <exception cref="InvalidOperationException">The figure is marked.</exception>
    public decimal Value => IsShown ? _value : throw new InvalidOperationException("A marked figure has no value.");

    public static Figure Of(PublishedCell cell) => cell.IsShown ? new Figure(CellState.Shown, cell.Value) : new Figure(cell.State, 0);

    /// <summary>A number that everybody may know, such as a target of the plan.</summary>
    public static Figure Given(int value) => new(CellState.Shown, value);

    /// <summary>Part ÷ whole; not applicable where the whole is zero.</summary>
    public static Figure Share(Figure part, Figure whole) =>
        Strictest(part, whole) is { } mark ? mark : whole.Value == 0 ? NotApplicable : new Figure(CellState.Shown, part.Value / whole.Value);

    /// <summary>Now − before.</summary>
    public static Figure Change(Figure now, Figure before) =>
        Strictest(now, before) is { } mark ? mark : new Figure(CellState.Shown, now.Value - before.Value);

    private static Figure? Strictest(Figure a, Figure b)
    {
        if (a.IsShown && b.IsShown)
        {
            return null;
        }

        return new Figure(Strictness(a.State) >= Strictness(b.State) ? a.State : b.State, 0);
    }

    // Protected before missing before meaningless.
    private static int Strictness(CellState state) => state switch
    {
        CellState.Hidden => 3,
        CellState.NotAvailable => 2,
        CellState.NotApplicable => 1,
        CellState.Shown => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
