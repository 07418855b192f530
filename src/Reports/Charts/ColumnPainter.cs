using Publication.Tables;
using Reports.Wording;

namespace Reports.Charts;

/// <summary>Draws figures over time as columns from a common zero line, oldest first.</summary>
internal static class ColumnPainter
{
    private const float NameSize = 18;
    private const float FigureSize = 21;
    private const float ColumnPart = 0.56f;
    private const float WidestColumn = 96;

    public static void Paint(ChartModel model, ChartCanvas canvas, float top, float bottom)
    {
        var figures = model.Panels[0].Figures;
        var foot = bottom - NameSize - 18;
        var step = (ChartCanvas.Width - (2 * ChartPainter.Margin)) / Math.Max(figures.Count, 4);
        var half = Math.Min(step * ColumnPart, WidestColumn) / 2;
        var scale = new BarScale(model, foot - top - FigureSize - 14);
        for (var i = 0; i < figures.Count; i++)
        {
            var centre = ChartPainter.Margin + (step * (i + 0.5f));
            var isNow = i == model.Emphasised;
            canvas.Text(model.Rows[i], centre, foot + NameSize + 10, NameSize, isNow, isNow ? Palette.Ink : Palette.Text, TextAnchor.Middle);
            if (figures[i].IsShown)
            {
                var end = foot - scale.LengthOf(figures[i]);
                if (end < foot)
                {
                    canvas.Bar(centre - half, end, centre + half, foot, isNow ? Palette.Ink : Palette.Bar);
                }

                canvas.Text(Figures.Count(figures[i].Value, model.Language), centre, end - 10, FigureSize, isBold: true, isNow ? Palette.Ink : Palette.Text, TextAnchor.Middle);
                continue;
            }

            canvas.Text(MarkWords.Of(figures[i].State, model.Language, isShort: true), centre, foot - 10, FigureSize, isBold: false, Palette.Text, TextAnchor.Middle);
            if (figures[i].State == CellState.Hidden)
            {
                canvas.Band(centre - half, top, centre + half, foot - FigureSize - 18);
            }
        }

        canvas.Rule(ChartPainter.Margin, foot, ChartPainter.Margin + (step * figures.Count), foot, 1.5f, Palette.Rule);
    }
}
