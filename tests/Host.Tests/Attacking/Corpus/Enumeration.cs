namespace Host.Tests.Attacking.Corpus;

/// <summary>
/// The oracle of the corpus: lists every set of whole numbers that the hidden figures could be, given the sums that the maker knows to hold, and reads
/// off the smallest and the largest value of each. Shares nothing with the attack, which has to find the sums itself.
/// </summary>
internal sealed class Enumeration
{
    /// <summary>Figures are listed up to a ceiling; one that rises with the ceiling has no bound.</summary>
    private const int Ceiling = 60, HigherCeiling = 75;

    private readonly Figure[] _unknown;
    private readonly (int[] Plus, int[] Minus, int Shown)[] _sums;
    private readonly int[] _value;
    private readonly int _ceiling;
    private readonly (int Low, int High)[] _seen;
    private int _steps;

    private Enumeration(Figure[] unknown, Sum[] sums, int ceiling)
    {
        _ceiling = ceiling;
        _unknown = unknown;
        _value = new int[unknown.Length];
        _seen = [.. unknown.Select(_ => (int.MaxValue, int.MinValue))];
        _sums = [.. sums.Select(s => (
            s.Parts.Where(p => p.IsHidden).Select(p => Array.IndexOf(unknown, p)).ToArray(),
            new[] { s.Total }.Where(t => t.IsHidden).Select(t => Array.IndexOf(unknown, t)).ToArray(),
            s.Parts.Where(p => !p.IsHidden).Sum(p => p.Truth) - (s.Total.IsHidden ? 0 : s.Total.Truth)))];
    }

    public static Dictionary<Figure, (int Low, int? High)> Bounds(IReadOnlyList<Figure> hidden, IReadOnlyList<Sum> sums)
    {
        var bounds = new Dictionary<Figure, (int, int?)>();
        foreach (var component in Components(hidden, sums))
        {
            var inside = sums.Where(s => s.Parts.Append(s.Total).Any(component.Contains)).ToArray();
            var listing = new Enumeration([.. component], inside, Ceiling);
            listing.List(0);
            var higher = listing;
            if (listing._seen.Any(s => s.High >= Ceiling))
            {
                higher = new Enumeration([.. component], inside, HigherCeiling);
                higher.List(0);
            }

            for (var i = 0; i < listing._unknown.Length; i++)
            {
                var (low, high) = listing._seen[i];
                bounds.Add(listing._unknown[i], (low, high < higher._seen[i].High ? null : high));
            }
        }

        return bounds;
    }

    private static List<HashSet<Figure>> Components(IReadOnlyList<Figure> hidden, IReadOnlyList<Sum> sums)
    {
        var components = hidden.Select(f => new HashSet<Figure> { f }).ToList();
        foreach (var sum in sums)
        {
            var members = sum.Parts.Append(sum.Total).Where(f => f.IsHidden).ToArray();
            var touched = components.Where(c => members.Any(c.Contains)).ToArray();
            if (touched.Length > 1)
            {
                components.RemoveAll(touched.Contains);
                components.Add([.. touched.SelectMany(c => c)]);
            }
        }

        return components;
    }

    private void List(int next)
    {
        if (++_steps > 20_000_000)
        {
            throw new InvalidOperationException("Too many possibilities to list; make the publication smaller.");
        }

        if (next == _unknown.Length)
        {
            for (var i = 0; i < _value.Length; i++)
            {
                _seen[i] = (Math.Min(_seen[i].Low, _value[i]), Math.Max(_seen[i].High, _value[i]));
            }

            return;
        }

        for (var value = _unknown[next].Known.Low; value <= (_unknown[next].Known.High ?? _ceiling); value++)
        {
            _value[next] = value;
            if (_sums.All(s => CanHold(s, next)))
            {
                List(next + 1);
            }
        }
    }

    /// <summary>Whether a sum can still come out once all up to this one are chosen.</summary>
    private bool CanHold((int[] Plus, int[] Minus, int Shown) sum, int chosen)
    {
        int low = sum.Shown, high = sum.Shown;
        foreach (var i in sum.Plus)
        {
            low += i <= chosen ? _value[i] : _unknown[i].Known.Low;
            high += i <= chosen ? _value[i] : _unknown[i].Known.High ?? _ceiling;
        }

        foreach (var i in sum.Minus)
        {
            low -= i <= chosen ? _value[i] : _unknown[i].Known.High ?? _ceiling;
            high -= i <= chosen ? _value[i] : _unknown[i].Known.Low;
        }

        return low <= 0 && high >= 0;
    }
}
