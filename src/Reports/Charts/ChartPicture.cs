namespace Reports.Charts;

/// <summary>A chart as a file.</summary>
internal static class ChartPicture
{
    public static byte[] Png(ChartModel model)
    {
        using var canvas = new ChartCanvas();
        ChartPainter.Paint(model, canvas);
        return canvas.ToPng();
    }

    public static byte[] Svg(ChartModel model)
    {
        using var canvas = new ChartCanvas();
        ChartPainter.Paint(model, canvas);
        var (drawing, texts) = canvas.ToSvg();
        return SvgNormaliser.Normalise(drawing, texts, new PictureWords(model.Id, model.Title, model.AltText, model.Language));
    }
}
