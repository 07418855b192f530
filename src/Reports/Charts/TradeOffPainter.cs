using Reports.Wording;

namespace Reports.Charts;

/// <summary>Draws a trade-off: rules with their shares, the curve, its points and their names.</summary>
internal sealed class TradeOffPainter(TradeOffChart chart, ChartCanvas canvas)
{
    private const float Left = 130;
    private const float Right = ChartCanvas.Width - ChartPainter.Margin;
    private const float Top = 150;
    private const float Bottom = 600;
    private const float TitleSize = 31;
    private const float NameSize = 20;
    private const float TickSize = 17;
    private const int Steps = 5;

    private static readonly double[] Ratios = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
    private static readonly double[] Heights = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

    private readonly double _least = Ratios.Last(r => r <= chart.Points.Min(p => p.Across) || r == Ratios[0]);
    private readonly double _most = Ratios.First(r => r >= chart.Points.Max(p => p.Across));
    private readonly double _height = Heights.First(h => h >= chart.Points.Max(p => p.Up) || h == 1);
    private readonly List<(float X, float Y, float Width)> _names = [];

    public void Paint()
    {
        canvas.Text(chart.Title, ChartPainter.Margin, 44 + TitleSize, TitleSize, isBold: true, Palette.Ink);
        canvas.Text(chart.Up, ChartPainter.Margin, Top - 28, TickSize, isBold: false, Palette.Text);
        canvas.Text(chart.Across, Right, Bottom + 68, TickSize, isBold: false, Palette.Text, TextAnchor.End);
        PaintRules();
        for (var i = 1; i < chart.Points.Count; i++)
        {
            canvas.Rule(X(chart.Points[i - 1]), Y(chart.Points[i - 1]), X(chart.Points[i]), Y(chart.Points[i]), width: 3, Palette.Bar);
        }

        // Above the point or below it; where both places are taken the name is left out, and the marked one has the first choice.
        foreach (var point in chart.Points.OrderByDescending(p => p.IsMarked))
        {
            PaintPoint(point);
        }
    }

    private void PaintRules()
    {
        for (var step = 0; step <= Steps; step++)
        {
            var share = _height * step / Steps;
            var y = Y(share);
            canvas.Rule(Left, y, Right, y, step == 0 ? 2 : 1, Palette.Rule);
            canvas.Text(Percent(share), Left - 14, y + 6, TickSize, isBold: false, Palette.Text, TextAnchor.End);
        }

        foreach (var ratio in Ratios.Where(r => r >= _least && r <= _most))
        {
            canvas.Rule(X(ratio), Bottom, X(ratio), Bottom + 8, width: 2, Palette.Rule);
            canvas.Text(Percent(ratio), X(ratio), Bottom + 32, TickSize, isBold: false, Palette.Text, TextAnchor.Middle);
        }
    }

    private void PaintPoint(TradeOffPoint point)
    {
        var radius = point.IsMarked ? 10 : 6;
        var (x, y) = (X(point), Y(point));
        canvas.Bar(x - radius, y - radius, x + radius, y + radius, point.IsMarked ? Palette.Stamp : Palette.Ink);
        var width = ChartFonts.Width(point.Name, NameSize, point.IsMarked);
        (float X, float Y, float Width)[] places = [(x + 12, y - 12, width), (x - 12 - width, y + 12 + NameSize, width)];
        foreach (var place in places.Where(p => p.X >= Left && p.X + width <= Right && _names.TrueForAll(other => !StandsOn(p, other))).Take(1))
        {
            _names.Add(place);
            canvas.Text(point.Name, place.X, place.Y, NameSize, point.IsMarked, point.IsMarked ? Palette.Stamp : Palette.Ink);
        }
    }

    private static bool StandsOn((float X, float Y, float Width) one, (float X, float Y, float Width) other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && Math.Abs(one.Y - other.Y) <= NameSize;

    private float X(TradeOffPoint point) => X(point.Across);

    private float X(double share) =>
        _most <= _least ? (Left + Right) / 2 : Left + (float)(Math.Log(Math.Max(share, _least) / _least) / Math.Log(_most / _least) * (Right - Left));

    private float Y(TradeOffPoint point) => Y(point.Up);

    private float Y(double share) => Bottom - (float)(Math.Min(share, _height) / _height * (Bottom - Top));

    private string Percent(double share) => Figures.Percent((decimal)share, chart.Language, decimals: 2);
}
