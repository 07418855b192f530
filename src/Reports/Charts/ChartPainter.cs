using Publication.Tables;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Charts;

/// <summary>Draws a chart: title, panels of horizontal bars from a common zero line, figures at the bars' ends, foot.</summary>
internal static class ChartPainter
{
    public const float Margin = 56;

    private const float TitleSize = 31;
    private const float SmallestTitle = 26;
    private const float SubtitleSize = 19;
    private const float FootSize = 15.5f;
    private const float HeadingSize = 18;
    private const float PanelGap = 26;
    private const float LabelGap = 14;

    // A bar takes this part of its row, at most so many pixels.
    private const float BarPart = 0.64f;
    private const float ThickestBar = 42;

    public static void Paint(ChartModel model, ChartCanvas canvas)
    {
        var top = PaintTitle(model, canvas);
        var bottom = PaintFoot(model, canvas);
        if (model.IsOverTime)
        {
            ColumnPainter.Paint(model, canvas, top, bottom);
        }
        else
        {
            PaintPanels(model, canvas, top, bottom);
        }

        if (model.Stamp is { } stamp)
        {
            canvas.Stamp(stamp);
        }
    }

    private static float PaintTitle(ChartModel model, ChartCanvas canvas)
    {
        var size = TitleSizeOf(model.Title);
        var y = 44 + TitleSize;
        foreach (var line in ChartFonts.Wrap(model.Title, size, isBold: true, ChartCanvas.Width - (2 * Margin)))
        {
            canvas.Text(line, Margin, y, size, isBold: true, Palette.Ink);
            y += size * 1.28f;
        }

        y += 2;
        foreach (var line in ChartFonts.Wrap(model.Subtitle, SubtitleSize, isBold: false, ChartCanvas.Width - (2 * Margin)))
        {
            canvas.Text(line, Margin, y, SubtitleSize, isBold: false, Palette.Text);
            y += SubtitleSize * 1.3f;
        }

        return y + 14;
    }

    // A title that nearly fits gets a little smaller rather than leave one word alone on a second line.
    private static float TitleSizeOf(string title)
    {
        var fitting = TitleSize * (ChartCanvas.Width - (2 * Margin)) / ChartFonts.Width(title, TitleSize, isBold: true);
        return fitting is < TitleSize and >= SmallestTitle ? MathF.Floor(fitting * 2) / 2 : TitleSize;
    }

    private static float PaintFoot(ChartModel model, ChartCanvas canvas)
    {
        string[] lines = [.. model.Foot.SelectMany(f => ChartFonts.Wrap(f, FootSize, isBold: false, ChartCanvas.Width - (2 * Margin)))];
        var y = ChartCanvas.Height - 34 - ((lines.Length - 1) * FootSize * 1.45f);
        var rule = y - FootSize - 16;
        canvas.Rule(Margin, rule, ChartCanvas.Width - Margin, rule, 1, Palette.Rule);
        foreach (var line in lines)
        {
            canvas.Text(line, Margin, y, FootSize, isBold: false, Palette.Quiet);
            y += FootSize * 1.45f;
        }

        return rule - 22;
    }

    private static void PaintPanels(ChartModel model, ChartCanvas canvas, float top, float bottom)
    {
        var most = model.Panels.Count > 1 ? 300f : 380f;
        var labelWidth = Math.Min(most, model.Rows.Max(r => ChartFonts.Width(r, 19, isBold: false)) + 2);
        var left = Margin + labelWidth + LabelGap;
        var width = (ChartCanvas.Width - Margin - left - (PanelGap * (model.Panels.Count - 1))) / model.Panels.Count;
        var rowsTop = PaintHeadings(model.Panels, canvas, left, top, width);
        var rows = RowMetrics.Fit(model.Rows, labelWidth, rowsTop, bottom - rowsTop);
        PaintLabels(rows, canvas, Margin + labelWidth);
        var room = ChartFonts.Width(Figures.Count(BarScale.MostShown(model), model.Language), FigureSizeOf(rows), isBold: true) + 14;
        var scale = new BarScale(model, width - room);
        for (var p = 0; p < model.Panels.Count; p++)
        {
            var x = left + (p * (width + PanelGap));
            PaintBars(model, model.Panels[p], canvas, rows, x, width, scale);
            canvas.Rule(x, rowsTop - 4, x, rows.Tops[^1] + rows.Heights[^1] + 4, 1.5f, Palette.Rule);
        }
    }

    private static void PaintLabels(RowMetrics rows, ChartCanvas canvas, float right)
    {
        for (var r = 0; r < rows.Lines.Count; r++)
        {
            var lines = rows.Lines[r];
            var centre = rows.Tops[r] + (rows.Heights[r] / 2);

            // The middle of the small letters, not of the line, stands level with the bar.
            var y = centre - ((lines.Count - 1) * rows.LineHeight / 2) + (rows.Size * 0.35f);
            foreach (var line in lines)
            {
                canvas.Text(line, right, y, rows.Size, isBold: false, Palette.Text, TextAnchor.End);
                y += rows.LineHeight;
            }
        }
    }

    // All headings in one size, standing on one line; the longest may take two.
    private static float PaintHeadings(IReadOnlyList<ChartPanel> panels, ChartCanvas canvas, float left, float top, float width)
    {
        var headings = panels.Select(p => p.Heading is { } h ? ChartFonts.Wrap(h, HeadingSize, isBold: true, width) : []).ToArray();
        var most = headings.Max(h => h.Count);
        if (most == 0)
        {
            return top;
        }

        for (var p = 0; p < headings.Length; p++)
        {
            for (var l = 0; l < headings[p].Count; l++)
            {
                var line = most - headings[p].Count + l;
                canvas.Text(
                    headings[p][l], left + (p * (width + PanelGap)), top + HeadingSize + (line * HeadingSize * 1.25f), HeadingSize, isBold: true, Palette.Ink);
            }
        }

        return top + HeadingSize + ((most - 1) * HeadingSize * 1.25f) + 20;
    }

    private static void PaintBars(ChartModel model, ChartPanel panel, ChartCanvas canvas, RowMetrics rows, float x, float width, BarScale scale)
    {
        var size = FigureSizeOf(rows);
        for (var r = 0; r < panel.Figures.Count; r++)
        {
            var figure = panel.Figures[r];
            var centre = rows.Tops[r] + (rows.Heights[r] / 2);
            var half = Math.Min(rows.Heights[r] * BarPart, ThickestBar) / 2;
            var isEmphasised = r == model.Emphasised || (model.Emphasised < 0 && !panel.IsTotal);
            if (figure.IsShown)
            {
                var end = x + scale.LengthOf(figure);
                if (end > x)
                {
                    canvas.Bar(x, centre - half, end, centre + half, isEmphasised ? Palette.Ink : Palette.Bar);
                }

                canvas.Text(Figures.Count(figure.Value, model.Language), end + 9, centre + (size * 0.36f), size, isBold: true, isEmphasised ? Palette.Ink : Palette.Text);
                continue;
            }

            var mark = MarkWords.Of(figure.State, model.Language, isShort: width < 260);
            if (figure.State == CellState.Hidden)
            {
                canvas.Text(mark, x + 9, centre + (size * 0.36f), size, isBold: false, Palette.Text);
                canvas.Band(x + 19 + ChartFonts.Width(mark, size, isBold: false), centre - half, x + width, centre + half);
            }
            else
            {
                canvas.Text(mark, x + 9, centre + (size * 0.36f), size, isBold: false, Palette.Quiet);
            }
        }
    }

    private static float FigureSizeOf(RowMetrics rows) => Math.Min(rows.Size + 1, 19);
}
