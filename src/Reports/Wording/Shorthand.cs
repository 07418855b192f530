using Publication.Tables;

namespace Reports.Wording;

/// <summary>The bracketed marks of official statistics; the letters are the same in both languages, the meaning is written out in each.</summary>
internal static class Shorthand
{
    public static string Of(CellState state) => state switch
    {
        CellState.Hidden => "[c]",
        CellState.NotApplicable => "[z]",
        CellState.NotAvailable => "[x]",
        CellState.Shown => throw new ArgumentException("A shown figure has no mark.", nameof(state)),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The mark and its meaning, as in "[c]: …".</summary>
    public static string Explained(CellState state, Language language)
    {
        var meaning = state switch
        {
            CellState.Hidden => Word.MarkHidden,
            CellState.NotApplicable => Word.MarkNotApplicable,
            CellState.NotAvailable => Word.MarkNotAvailable,
            CellState.Shown => throw new ArgumentException("A shown figure has no mark.", nameof(state)),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        return $"{Of(state)}: {Words.Of(meaning, language)}";
    }
}
