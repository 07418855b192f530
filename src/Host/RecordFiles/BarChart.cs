using System.Globalization;
using System.Net;
using System.Text;

namespace Host.RecordFiles;

/// <summary>Bars of shares as an inline picture; label and share of each bar are text, which is read aloud and can be searched.</summary>
internal sealed class BarChart(string title, CultureInfo culture)
{
    private const int RowHeight = 30;
    private const int LabelWidth = 280;
    private const int BarWidth = 340;
    private const int Width = LabelWidth + BarWidth + 90;

    private readonly List<(string Label, double Share, bool IsAlarming)> _bars = [];

    /// <param name="label">What it is.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="isAlarming">Drawn in the colour of danger; the label says the same in words.</param>
    public BarChart Add(string label, double share, bool isAlarming = false)
    {
        _bars.Add((label, share, isAlarming));
        return this;
    }

    public string Draw()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" viewBox=\"0 0 {Width} {_bars.Count * RowHeight}\" aria-label=\"{Escape(title)}\"><title>{Escape(title)}</title>");
        for (var i = 0; i < _bars.Count; i++)
        {
            var (label, share, isAlarming) = _bars[i];
            var top = i * RowHeight;
            var length = Math.Round(Math.Clamp(share, 0, 1) * BarWidth, 1);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 10}\" y=\"{top + 20}\" text-anchor=\"end\">{Escape(label)}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"track\" x=\"{LabelWidth}\" y=\"{top + 5}\" width=\"{BarWidth}\" height=\"{RowHeight - 10}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(isAlarming ? "alarm" : "bar")}\" x=\"{LabelWidth}\" y=\"{top + 5}\" width=\"{length}\" height=\"{RowHeight - 10}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + BarWidth + 8}\" y=\"{top + 20}\">{Escape(share.ToString("P1", culture))}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
