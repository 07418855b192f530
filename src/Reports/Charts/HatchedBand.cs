using ScottPlot;
using SkiaSharp;

namespace Reports.Charts;

/// <summary>
/// The place of a figure that is not shown: a hatched band over the whole scale, because the figure may lie anywhere on it. Drawn as strokes,
/// which the SVG keeps; it would lose a pattern.
/// </summary>
internal sealed class HatchedBand(float left, float top, float right, float bottom) : PixelPlottable
{
    private const float Step = 9;

    public override void Render(RenderPack rp)
    {
        using var path = new SKPath();
        var height = bottom - top;
        for (var foot = left - height + Step; foot < right; foot += Step)
        {
            // Rises from the lower edge at foot to the upper edge, cut off at both sides.
            var x0 = Math.Max(foot, left);
            var x1 = Math.Min(foot + height, right);
            path.MoveTo(x0, bottom - (x0 - foot));
            path.LineTo(x1, bottom - (x1 - foot));
        }

        using var paint = new SKPaint { Color = SKColor.Parse(Palette.Hatch), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1 };
        rp.Canvas.DrawPath(path, paint);
    }
}
