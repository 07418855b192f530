using ScottPlot;

namespace Reports.Charts;

/// <summary>Something drawn in the pixels of the figure, on a canvas whose coordinates are pixels.</summary>
internal abstract class PixelPlottable : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public abstract void Render(RenderPack rp);
}
