using Reports.Indicators;

namespace Reports.Charts;

/// <summary>
/// Pixels per unit, the same in every panel, from zero. Reaches as far as a hidden figure could, so that a small figure beside a hidden one does
/// not look like the largest there is.
/// </summary>
internal sealed class BarScale
{
    private readonly decimal _most;
    private readonly float _length;

    /// <param name="model">What is drawn.</param>
    /// <param name="length">Pixels that the longest bar may take.</param>
    public BarScale(ChartModel model, float length)
    {
        _most = Math.Max(model.Room, MostShown(model));
        _length = length;
    }

    public static decimal MostShown(ChartModel model) =>
        model.Panels.SelectMany(p => p.Figures).Where(f => f.IsShown).Select(f => f.Value).DefaultIfEmpty(0).Max();

    public float LengthOf(Figure figure) => _most == 0 ? 0 : (float)(figure.Value / _most) * _length;
}
