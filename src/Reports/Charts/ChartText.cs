using SkiaSharp;

namespace Reports.Charts;

/// <summary>
/// A line of text. It is drawn as outlines, in PNG and SVG alike, so that neither needs a font where it is shown; what it says is also in the
/// picture's description.
/// </summary>
internal sealed record ChartText(string Words, float X, float Baseline, float Size, bool IsBold, string Colour, TextAnchor Anchor, float Angle, float Opacity)
{
    /// <summary>Where its first letter begins, in pixels.</summary>
    public float Left
    {
        get
        {
            var width = ChartFonts.Width(Words, Size, IsBold);
            return Anchor switch
            {
                TextAnchor.Start => X,
                TextAnchor.Middle => X - (width / 2),
                TextAnchor.End => X - width,
                _ => throw new InvalidOperationException($"Anchor {Anchor} is not known."),
            };
        }
    }

    public void Draw(SKCanvas canvas)
    {
        using var outline = ChartFonts.Outline(Words, Size, IsBold);
        using var paint = new SKPaint { Color = SKColor.Parse(Colour).WithAlpha((byte)(255 * Opacity)), IsAntialias = true, Style = SKPaintStyle.Fill };
        var move = SKMatrix.CreateTranslation(Left, Baseline);
        outline.Transform(Angle == 0 ? move : move.PostConcat(SKMatrix.CreateRotationDegrees(Angle, X, Baseline)));
        canvas.DrawPath(outline, paint);
    }
}
