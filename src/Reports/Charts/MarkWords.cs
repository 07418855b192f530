using Publication.Tables;
using Reports.Wording;

namespace Reports.Charts;

/// <summary>What stands in the place of a figure that is not shown.</summary>
internal static class MarkWords
{
    public static string Of(CellState state, Language language, bool isShort)
    {
        var words = Words.Of(
            state switch
            {
                CellState.Hidden => Word.HiddenInChart,
                CellState.NotApplicable => Word.NotApplicableInChart,
                CellState.NotAvailable => Word.NotAvailableInChart,
                CellState.Shown => throw new ArgumentException("A shown figure has no mark.", nameof(state)),
                _ => throw new ArgumentOutOfRangeException(nameof(state)),
            },
            language);
        return isShort ? words[..words.IndexOf(' ', StringComparison.Ordinal)] : words;
    }
}
