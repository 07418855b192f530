using ScottPlot;
using SkiaSharp;

namespace Reports.Charts;

/// <summary>
/// A line of text drawn as outlines, in PNG and SVG alike, so that neither needs a font where it is shown. What it says is also in the
/// picture's description.
/// </summary>
internal sealed class OutlinedText(string text, float x, float baseline, float size, bool isBold, string colour, TextAnchor anchor, float angle = 0) : PixelPlottable
{
    public override void Render(RenderPack rp)
    {
        var width = ChartFonts.Width(text, size, isBold);
        var left = anchor switch
        {
            TextAnchor.Start => x,
            TextAnchor.Middle => x - (width / 2),
            TextAnchor.End => x - width,
            _ => throw new InvalidOperationException($"Anchor {anchor} is not known."),
        };
        using var outline = ChartFonts.Outline(text, size, isBold);
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true, Style = SKPaintStyle.Fill };
        outline.Transform(angle == 0
            ? SKMatrix.CreateTranslation(left, baseline)
            : SKMatrix.CreateTranslation(left, baseline).PostConcat(SKMatrix.CreateRotationDegrees(angle, x, baseline)));
        rp.Canvas.DrawPath(outline, paint);
    }
}
