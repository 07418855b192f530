using Anonymize.Attacking.Structure;

namespace Anonymize.Attacking.Facts;

/// <summary>
/// Subtotals within a list of labels: each is the sum of labels next to it, which may be subtotals themselves. A label or an indent is enough to propose
/// one; without, figures must agree more often than chance lets them.
/// </summary>
internal sealed class SumTree
{
    /// <summary>Bits of agreement that a subtotal without a label needs where nothing else judges it.</summary>
    public const double UncheckedBits = 18;

    /// <summary>The same where a total checks the whole: first much, so that no chance sum spoils the rest, then little.</summary>
    public static readonly double[] CheckedBits = [10, 4];

    /// <summary>Parts of a subtotal that nothing but arithmetic shows.</summary>
    private const int MostParts = 60;

    /// <summary>
    /// The same for the sum of all other labels of a list, of which there are two at most; and the slices that must not speak against it. A category of
    /// its own would mostly be less than the shown ones together.
    /// </summary>
    private const double WholeBits = 6;

    private const int WholeSlices = 2;

    private readonly int _count;
    private readonly SlicePattern _pattern;
    private readonly IReadOnlyList<SystemCell> _cells;
    private readonly List<int> _top = [];

    private SumTree(SlicePattern pattern, IReadOnlyList<SystemCell> cells, int count) => (_pattern, _cells, _count) = (pattern, cells, count);

    /// <summary>Places of labels that no subtotal takes in.</summary>
    public IReadOnlyList<int> Top => _top;

    public List<(int Total, int[] Parts)> Sums { get; } = [];

    public Evidence Support { get; private set; }

    /// <summary>Whether some sum has neither a label nor an indent that proposes it.</summary>
    public bool IsGuessed { get; private set; }

    /// <param name="pattern">The slices.</param>
    /// <param name="cells">Of the system.</param>
    /// <param name="places">Labels to look at, in order.</param>
    /// <param name="partsFirst">Whether a subtotal stands below its parts.</param>
    /// <param name="bits">Agreement that a subtotal without a label needs.</param>
    public static SumTree Grow(SlicePattern pattern, IReadOnlyList<SystemCell> cells, IReadOnlyList<int> places, bool partsFirst, double bits)
    {
        var tree = new SumTree(pattern, cells, places.Count);
        foreach (var place in partsFirst ? places : places.Reverse())
        {
            tree.Take(place, partsFirst, bits);
        }

        return tree;
    }

    private static bool IsSum(Coordinate label) => LabelText.IsTotal(label.Label) || LabelText.IsSubtotal(label.Label);

    private void Take(int place, bool partsFirst, double bits)
    {
        var label = _pattern.Labels[place];
        var isSum = IsSum(label);
        var indented = partsFirst ? 0 : _top.AsEnumerable().Reverse().TakeWhile(t => _pattern.Labels[t].Indent > label.Indent).Count();
        (int Count, Evidence Evidence)? best = null;
        var low = new long[_pattern.Slices.Count];
        var high = new long?[_pattern.Slices.Count];
        Array.Fill(high, 0);
        var crossed = false;
        for (var m = 1; m <= _top.Count && (isSum || indented > 0 || m <= MostParts) && !LabelText.IsOfWhich(label.Label); m++)
        {
            var part = _top[^m];
            crossed |= IsSum(_pattern.Labels[part]);
            Evidence evidence = default;
            for (var s = 0; s < low.Length; s++)
            {
                var cell = _cells[_pattern.Slices[s].Parts[part]];
                low[s] += cell.Least;
                high[s] = high[s] is { } h && cell.Most is { } most ? h + most : null;
                evidence += Evidence.Of(_cells[_pattern.Slices[s].Parts[place]], low[s], high[s]);
            }

            var isProposed = isSum ? m > 1 || evidence.Agree > 0 : indented > 0 ? m == indented : m > 1 && evidence.Differ == 0
                    && (evidence.Bits >= bits || (m == _count - 1 && evidence.Bits >= WholeBits && low.Length >= WholeSlices));

            // More agreement wins; without any, a label takes in everything since the last subtotal, arithmetic as little as it needs.
            if (isProposed && evidence.Holds
                && (best is not { } b || evidence.Agree > b.Evidence.Agree || (isSum && evidence.Agree == b.Evidence.Agree && !crossed)))
            {
                best = (m, evidence);
            }
        }

        if (best is { } found)
        {
            Sums.Add((place, [.. _top.TakeLast(found.Count)]));
            Support += found.Evidence;
            IsGuessed |= !isSum && indented == 0;
            _top.RemoveRange(_top.Count - found.Count, found.Count);
        }

        _top.Add(place);
    }
}
