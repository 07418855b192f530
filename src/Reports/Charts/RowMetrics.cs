using System.Collections.ObjectModel;

namespace Reports.Charts;

/// <summary>Names of the rows broken into lines, in the largest size at which all rows fit into the height, and the height each row takes.</summary>
internal sealed class RowMetrics
{
    private const float LineFactor = 1.22f;
    private const float Largest = 19;
    private const float Smallest = 10;
    private const float MostHeight = 76;

    private RowMetrics(float size, IReadOnlyList<IReadOnlyList<string>> lines, IReadOnlyList<float> tops, IReadOnlyList<float> heights)
    {
        Size = size;
        Lines = lines;
        Tops = tops;
        Heights = heights;
    }

    public float Size { get; }

    public IReadOnlyList<IReadOnlyList<string>> Lines { get; }

    public IReadOnlyList<float> Tops { get; }

    public IReadOnlyList<float> Heights { get; }

    public float LineHeight => Size * LineFactor;

    public static RowMetrics Fit(IReadOnlyList<string> labels, float width, float top, float height)
    {
        var size = Largest;
        var lines = Break(labels, size, width);
        while (size > Smallest && Needed(lines, size).Sum() > height)
        {
            size -= 0.5f;
            lines = Break(labels, size, width);
        }

        // What is left over is shared equally; few rows do not grow without bound.
        var needed = Needed(lines, size);
        var scale = Math.Min(1, height / needed.Sum());
        var spare = Math.Clamp((height - needed.Sum()) / needed.Length, 0, Math.Max(0, MostHeight - needed.Min()));
        float[] heights = [.. needed.Select(n => (n * scale) + spare)];
        var tops = new float[heights.Length];
        var at = top;
        for (var r = 0; r < tops.Length; r++)
        {
            tops[r] = at;
            at += heights[r];
        }

        return new RowMetrics(size, lines, new ReadOnlyCollection<float>(tops), new ReadOnlyCollection<float>(heights));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Break(IReadOnlyList<string> labels, float size, float width) =>
        [.. labels.Select(l => ChartFonts.Wrap(l, size, isBold: false, width))];

    private static float[] Needed(IReadOnlyList<IReadOnlyList<string>> lines, float size) =>
        [.. lines.Select(l => (l.Count * size * LineFactor) + (size * 0.55f))];
}
