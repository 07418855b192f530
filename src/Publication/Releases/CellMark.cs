using System.Globalization;
using Publication.Tables;

namespace Publication.Releases;

/// <summary>A cell as one word: its count, or the mark that stands for it.</summary>
internal static class CellMark
{
    public static string Of(PublishedCell cell) => cell.State switch
    {
        CellState.Shown => cell.Value.ToString(CultureInfo.InvariantCulture),
        CellState.Hidden => "c",
        CellState.NotApplicable => "z",
        CellState.NotAvailable => "x",
        _ => throw new InvalidOperationException("Unknown state."),
    };

    /// <exception cref="FormatException">Neither a count nor a mark.</exception>
    public static PublishedCell Read(string mark) => mark switch
    {
        "c" => PublishedCell.Hidden,
        "z" => PublishedCell.NotApplicable,
        "x" => PublishedCell.NotAvailable,
        _ when int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => PublishedCell.Show(count),
        _ => throw new FormatException("A cell is neither a count nor a mark."),
    };
}
