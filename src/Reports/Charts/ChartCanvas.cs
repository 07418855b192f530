using ScottPlot;
using SkiaSharp;

namespace Reports.Charts;

/// <summary>A figure of fixed size whose coordinates are its pixels, from the upper left.</summary>
internal sealed class ChartCanvas : IDisposable
{
    public const int Width = 1280;
    public const int Height = 720;

    private readonly Plot _plot = new();
    private readonly List<ChartText> _texts = [];

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
        _texts.Add(new ChartText(text, x, baseline, size, isBold, colour, anchor, Angle: 0, Opacity: 1));

    public void Stamp(string text)
    {
        const float Size = 150;
        _texts.Add(new ChartText(text, Width / 2f, (Height / 2f) + (Size / 3), Size, IsBold: true, Palette.Stamp, TextAnchor.Middle, Angle: -24, Opacity: 0.22f));
    }

    /// <summary>As PNG, packed with effort in proportion: flat areas need no filters.</summary>
    public byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        _plot.Render(surface.Canvas, Width, Height);
        foreach (var text in _texts)
        {
            text.Draw(surface.Canvas);
        }

        using var pixels = surface.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, zLibLevel: 3));
        return data?.ToArray() ?? throw new InvalidOperationException("The picture could not be packed.");
    }

    /// <summary>The drawing without its texts, as the drawing library writes it, and the texts, which stand above everything else.</summary>
    public (string Drawing, IReadOnlyList<ChartText> Texts) ToSvg() => (_plot.GetSvgXml(Width, Height), _texts);
}
