namespace Host.Tests.Attacking.Corpus;

/// <summary>One figure of a made-up publication: what was counted, and what is printed in its place.</summary>
internal sealed class Figure(int truth)
{
    public int Truth { get; } = truth;

    /// <summary>Printed instead of the figure; null where the figure is shown.</summary>
    public string? Mark { get; private set; }

    /// <summary>What the mark itself says.</summary>
    public (int Low, int? High) MarkRange { get; private set; }

    /// <summary>What one knows of this figure alone: its mark, and a share printed beside it.</summary>
    public (int Low, int? High) Known { get; private set; }

    public bool IsHidden => Mark is not null;

    public string Printed => Mark ?? Draw.Text(Truth);

    public void Hide(string mark, int low = 0, int? high = null) => (Mark, MarkRange, Known) = (mark, (low, high), (low, high));

    public void Narrow(int low, int high) => Known = (Math.Max(low, Known.Low), Math.Min(high, Known.High ?? high));
}
