using System.Globalization;
using Anonymize.Attacking;
using Anonymize.Tests.Properties;

namespace Anonymize.Tests.Attacking;

/// <summary>A small crossed table with margins, drawn from a tape, printed wide or tidy, with what the enumeration of all fillings says of its hidden cells.</summary>
internal sealed class RandomPublication
{
    /// <summary>Figures are listed up to a ceiling; one that rises with the ceiling has no bound.</summary>
    private const int Ceiling = 40, HigherCeiling = 50;

    private const int MostSteps = 400_000;

    private readonly string[][] _labels;
    private readonly List<int[]> _cells = [];
    private readonly List<int> _values = [];
    private readonly List<bool> _hidden = [];
    private readonly List<(int Total, int[] Parts)> _sums = [];

    public RandomPublication(Tape tape)
    {
        HiddenMin = tape.Next(3) == 0 ? 1 : 0;
        K = 2 + tape.Next(4);
        IsTidy = tape.Chance(40);
        var dimensions = tape.Chance(30) && IsTidy ? 3 : 2;
        _labels = [.. Enumerable.Range(0, dimensions).Select(v => (string[])[.. Enumerable.Range(0, 2 + tape.Next(dimensions == 3 ? 1 : 2)).Select(i => $"{(char)('k' + v)}{i}"), "Total"])];
        Fill(tape);
        AddSums();
        var density = 15 + tape.Next(40);
        foreach (var value in _values)
        {
            _hidden.Add(tape.Chance(density) && value >= HiddenMin && _hidden.Count(h => h) < 9);
        }
    }

    public int HiddenMin { get; }

    public int K { get; }

    public bool IsTidy { get; }

    public bool IsUsable => _hidden.Contains(true) && _hidden.Contains(false);

    public IReadOnlyList<string> LabelsOf(int cell) => [.. _cells[cell].Select((i, v) => _labels[v][i])];

    public PrintedSheet Sheet()
    {
        var rows = new List<IReadOnlyList<SheetText>>();
        if (IsTidy)
        {
            rows.Add([.. _labels.Select((_, v) => new SheetText($"variable {v}")), new SheetText("value"), new SheetText("status")]);
            rows.AddRange(_cells.Select((_, i) => (IReadOnlyList<SheetText>)[.. LabelsOf(i).Select(l => new SheetText(l)), new SheetText(_hidden[i] ? "" : Text(i)), new SheetText(_hidden[i] ? "c" : "")]));
        }
        else
        {
            rows.Add([new SheetText("variable 0"), .. _labels[1].Select(l => new SheetText(l))]);
            rows.AddRange(_labels[0].Select((label, r) => (IReadOnlyList<SheetText>)
                [new SheetText(label), .. _labels[1].Select((_, c) => _cells.FindIndex(x => x[0] == r && x[1] == c)).Select(i => new SheetText(_hidden[i] ? "c" : Text(i)))]));
        }

        return new PrintedSheet("random.csv", "", rows, []);
    }

    /// <summary>Least and largest value of each hidden cell; null where the fillings are too many to list.</summary>
    public Dictionary<int, (int Low, int? High)>? Enumerate()
    {
        if (List(Ceiling) is not { } seen)
        {
            return null;
        }

        var higher = seen.Values.Any(s => s.High >= Ceiling) ? List(HigherCeiling) : seen;
        return higher is null ? null : seen.ToDictionary(s => s.Key, s => (s.Value.Low, s.Value.High < higher[s.Key].High ? (int?)null : s.Value.High));
    }

    private Dictionary<int, (int Low, int High)>? List(int ceiling)
    {
        int[] unknown = [.. Enumerable.Range(0, _cells.Count).Where(i => _hidden[i])];
        var seen = unknown.ToDictionary(i => i, _ => (Low: int.MaxValue, High: -1));
        var value = _values.ToArray();
        var isOpen = _hidden.ToArray();
        var steps = 0;
        bool From(int next)
        {
            if (++steps > MostSteps)
            {
                return false;
            }

            if (next == unknown.Length)
            {
                foreach (var i in unknown)
                {
                    seen[i] = (Math.Min(seen[i].Low, value[i]), Math.Max(seen[i].High, value[i]));
                }

                return true;
            }

            var cell = unknown[next];
            isOpen[cell] = false;
            for (var v = HiddenMin; v <= ceiling; v++)
            {
                value[cell] = v;
                if (_sums.All(s => CanHold(s, value, isOpen, ceiling)) && !From(next + 1))
                {
                    return false;
                }
            }

            isOpen[cell] = true;
            return true;
        }

        return From(0) ? seen : null;
    }

    private bool CanHold((int Total, int[] Parts) sum, int[] value, bool[] isOpen, int ceiling)
    {
        var low = sum.Parts.Sum(p => isOpen[p] ? HiddenMin : value[p]);
        var high = sum.Parts.Sum(p => isOpen[p] ? ceiling : value[p]);
        return isOpen[sum.Total] ? low <= ceiling : low <= value[sum.Total] && high >= value[sum.Total];
    }

    private void Fill(Tape tape)
    {
        var leaves = new Dictionary<string, int>(StringComparer.Ordinal);
        var sizes = _labels.Select(l => l.Length - 1).ToArray();
        foreach (var leaf in Products(sizes))
        {
            leaves.Add(string.Join(',', leaf), tape.Next(4));
        }

        foreach (var cell in Products([.. sizes.Select(s => s + 1)]))
        {
            _cells.Add(cell);
            _values.Add(Products(sizes).Where(l => l.Index().All(x => cell[x.Index] == sizes[x.Index] || cell[x.Index] == x.Item)).Sum(l => leaves[string.Join(',', l)]));
        }
    }

    private void AddSums()
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            for (var v = 0; v < _labels.Length; v++)
            {
                if (_cells[i][v] == _labels[v].Length - 1)
                {
                    _sums.Add((i, [.. Enumerable.Range(0, _cells.Count).Where(j => j != i && _cells[j].Index().All(x => x.Index == v || x.Item == _cells[i][x.Index]))]));
                }
            }
        }
    }

    private static IEnumerable<int[]> Products(int[] sizes) => sizes.Aggregate(
        (IEnumerable<int[]>)[[]], (heads, size) => heads.SelectMany(_ => Enumerable.Range(0, size), (head, i) => (int[])[.. head, i]));

    private string Text(int cell) => _values[cell].ToString(CultureInfo.InvariantCulture);
}
