using ScottPlot;
using SkiaSharp;

namespace Reports.Charts;

/// <summary>A figure of fixed size whose coordinates are its pixels, from the upper left.</summary>
internal sealed class ChartCanvas : IDisposable
{
    public const int Width = 1280;
    public const int Height = 720;

    private readonly Plot _plot = new();

    public ChartCanvas()
    {
        _plot.Layout.Frameless();
        _plot.HideGrid();
        _plot.FigureBackground.Color = Color.FromHex(Palette.Paper);
        _plot.DataBackground.Color = Color.FromHex(Palette.Paper);
        _plot.Axes.SetLimits(0, Width, Height, 0);
    }

    public void Dispose() => _plot.Dispose();

    public void Bar(float left, float top, float right, float bottom, string colour)
    {
        var bar = _plot.Add.Rectangle(left, right, bottom, top);
        bar.FillColor = Color.FromHex(colour);
        bar.LineWidth = 0;
    }

    public void Band(float left, float top, float right, float bottom) => _plot.PlottableList.Add(new HatchedBand(left, top, right, bottom));

    public void Rule(float x0, float y0, float x1, float y1, float width, string colour)
    {
        var line = _plot.Add.Line(x0, y0, x1, y1);
        line.Color = Color.FromHex(colour);
        line.LineWidth = width;
    }

    public void Text(string text, float x, float baseline, float size, bool isBold, string colour, TextAnchor anchor = TextAnchor.Start) =>
        _plot.PlottableList.Add(new OutlinedText(text, x, baseline, size, isBold, colour, anchor));

    public void Stamp(string text)
    {
        const float Size = 150;
        _plot.PlottableList.Add(new OutlinedText(text, Width / 2f, (Height / 2f) + (Size / 3), Size, isBold: true, $"#38{Palette.Stamp[1..]}", TextAnchor.Middle, angle: -24));
    }

    /// <summary>As PNG, packed with effort in proportion: flat areas need no filters.</summary>
    public byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        _plot.Render(surface.Canvas, Width, Height);
        using var pixels = surface.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, zLibLevel: 5));
        return data?.ToArray() ?? throw new InvalidOperationException("The picture could not be packed.");
    }

    public string ToSvg() => _plot.GetSvgXml(Width, Height);
}
