using Publication.Tables;

namespace Reports.Charts;

/// <summary>
/// What less of one share costs of another: a point for each choice, joined in the order of the choices. The share across stands on a scale of ratios, on
/// which halving is the same step everywhere. The one picture that is not drawn from a release: it is given names and shares, and can show nothing else.
/// </summary>
public sealed class TradeOffChart
{
    /// <summary>Begins the ids inside the SVG.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What the points say, in words.</summary>
    public required string Description { get; init; }

    /// <summary>Name of the share across.</summary>
    public required string Across { get; init; }

    /// <summary>Name of the share upwards.</summary>
    public required string Up { get; init; }

    /// <summary>In the order in which they are joined; at least one.</summary>
    public required IReadOnlyList<TradeOffPoint> Points { get; init; }

    public required Language Language { get; init; }

    /// <summary>As SVG (UTF-8).</summary>
    public byte[] Svg()
    {
        using var canvas = new ChartCanvas();
        new TradeOffPainter(this, canvas).Paint();
        var (drawing, texts) = canvas.ToSvg();
        return SvgNormaliser.Normalise(drawing, texts, new PictureWords(Id, Title, Description, Language));
    }
}
