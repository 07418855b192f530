using System.Collections.ObjectModel;

namespace Reports.Charts;

/// <summary>
/// The colours of every picture: the categorical palette of the UK Government Analysis Function, whose colours keep a contrast of 3:1 against white
/// and against their neighbour in this order. Contrast is checked by a test, not trusted.
/// </summary>
internal static class Palette
{
    public const string Paper = "#FFFFFF";

    /// <summary>Titles, figures, and the bar that a chart is about.</summary>
    public const string Ink = "#12436D";

    /// <summary>The other bars.</summary>
    public const string Bar = "#2073BC";

    /// <summary>Text that is not a title.</summary>
    public const string Text = "#3D3D3D";

    /// <summary>Text of the foot.</summary>
    public const string Quiet = "#595959";

    /// <summary>Strokes of a hatched band, and its outline.</summary>
    public const string Hatch = "#8A8A8A";

    /// <summary>Base line and rules.</summary>
    public const string Rule = "#8A8A8A";

    /// <summary>Stamp of a draft.</summary>
    public const string Stamp = "#801650";

    /// <summary>Series side by side, in the only order in which neighbours contrast.</summary>
    public static IReadOnlyList<string> Series { get; } =
        new ReadOnlyCollection<string>(["#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"]);
}
