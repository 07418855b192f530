using Publication.Tables;

namespace Reports.Files;

/// <summary>The one-letter status of a cell in tidy files (command-line contract, section 1).</summary>
internal static class CellStatus
{
    public const string Hidden = "c";
    public const string NotApplicable = "z";
    public const string NotAvailable = "x";

    public static string Of(CellState state) => state switch
    {
        CellState.Shown => string.Empty,
        CellState.Hidden => Hidden,
        CellState.NotApplicable => NotApplicable,
        CellState.NotAvailable => NotAvailable,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
