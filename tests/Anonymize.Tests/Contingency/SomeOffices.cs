using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;

namespace Anonymize.Tests.Contingency;

/// <summary>A crossed table of few persons whose records lie with several offices, by a seed; for tests about those who know some of them.</summary>
internal sealed class SomeOffices
{
    private readonly string[]? _sets;

    /// <param name="shape">Categories of each variable.</param>
    /// <param name="regions">Gives the first variable a parent of so many leaves each; 0 for none.</param>
    /// <param name="offices">How many.</param>
    /// <param name="seed">Of the counts.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="isSparse">None here, one there.</param>
    /// <param name="atMost">Persons have up to so many categories of the last variable; its cells of the crossing are then sets. 0 for one of everybody.</param>
    /// <param name="isTold">Everybody knows that nobody has more.</param>
    public SomeOffices(int[] shape, int regions, int offices, long seed, ContingencyRules rules, bool isSparse = false, int atMost = 0, bool isTold = false)
    {
        var most = isTold ? atMost : shape[^1];
        Categories = shape[^1];
        if (atMost > 0)
        {
            // Bits are categories.
            var kept = Enumerable.Range(1, (1 << shape[^1]) - 1).Where(s => System.Numerics.BitOperations.PopCount((uint)s) <= most).ToArray();
            _sets = [.. kept.Select(s => string.Join(';', Enumerable.Range(0, Categories).Where(c => (s >> c & 1) == 1).Select(c => $"{(char)('a' + shape.Length - 1)}{c:00}"))).Order(StringComparer.Ordinal)];
            shape = [.. shape.SkipLast(1), kept.Length];
        }

        (Shape, Regions) = (shape, regions);
        var cells = shape.Aggregate(1, (product, n) => product * n);
        Owned = [.. Enumerable.Range(0, offices).Select(_ => new long[cells])];
        for (var cell = 0; cell < cells; cell++)
        {
            // Many with one office and few with others: whoever holds most is left with little to guess.
            seed = 16807 * seed % 2147483647;
            var u = seed / 2147483647.0;
            Owned[seed % offices][cell] += (long)(9 * u * u);
            seed = 16807 * seed % 2147483647;
            Owned[seed % offices][cell] += seed % 5 / 2;
        }

        // None here, one there, and several beside: crossings of which tables of fewer variables tell much.
        for (var cell = 0; isSparse && cell < cells; cell++)
        {
            seed = 16807 * seed % 2147483647;
            foreach (var (o, own) in Owned.Index())
            {
                own[cell] = o != seed % offices ? 0 : (seed / 7 % 8) switch { < 3 => 0, < 5 => 1, var many => many };
            }
        }

        for (var cell = 0; atMost > 0 && cell < cells; cell++)
        {
            foreach (var own in Owned)
            {
                // Most have one, and nobody more than so many.
                own[cell] = _sets![cell % shape[^1]].Split(';').Length is var size && size > atMost ? 0 : own[cell] / size;
            }
        }

        Counts = [.. Enumerable.Range(0, cells).Select(c => Owned.Sum(o => o[c]))];
        var rows = Enumerable.Range(0, cells).SelectMany(_ => Owned.Index(), (cell, office) => (Cell: cell, Office: office.Index, Count: office.Item[cell])).ToArray();
        var (spec, crossed) = SomeTables.Of(shape, Counts, rules, regions);
        Spec = spec with { Partner = "office", Variables = _sets is null ? spec.Variables : [.. spec.Variables.SkipLast(1), spec.Variables[^1] with { Multiple = ";", AtMost = isTold ? atMost : 0 }] };
        Records = new ContingencyRecords(
            [.. crossed.Names, "office"],
            [.. crossed.Values.Select((names, v) => v == shape.Length - 1 ? _sets ?? names : names), [.. Owned.Select((_, o) => $"o{o}")]],
            [.. crossed.Codes.Select(column => rows.Select(r => column[r.Cell]).ToArray()), rows.Select(r => r.Office).ToArray()],
            [.. rows.Select(r => r.Count)]) { IsMagnitude = !rules.Concentration.IsOff };
    }

    public int[] Shape { get; }

    /// <summary>Categories of the last variable.</summary>
    public int Categories { get; }

    public int Regions { get; }

    /// <summary>[office][cell of the crossing].</summary>
    public long[][] Owned { get; }

    public long[] Counts { get; }

    public ContingencySpec Spec { get; private set; }

    public ContingencyRecords Records { get; }

    /// <summary>The same with the last variable declared sensitive.</summary>
    public SomeOffices WithSensitive()
    {
        Spec = Spec with { Variables = [.. Spec.Variables.SkipLast(1), Spec.Variables[^1] with { Role = VariableSpecRole.Sensitive }] };
        return this;
    }

    /// <summary>Contributions to a cell, largest first.</summary>
    /// <param name="members">Cells of the crossing.</param>
    /// <param name="without">Offices that are left out, as bits.</param>
    public long[] PartsOf(int[] members, int without = 0) =>
        [.. Owned.Where((_, o) => (without >> o & 1) == 0).Select(o => members.Sum(m => o[m])).OrderDescending()];

    /// <summary>Few contributions make up too much of a sum, by the words of the rules.</summary>
    public static bool IsConcentrated(ConcentrationRules rules, long value, long[] parts) =>
        (rules.Share > 0 && parts.Take(rules.Largest).Sum() * 100 > rules.Share * value)
        || (rules.Percent > 0 && (value - parts[0] - parts.ElementAtOrDefault(1)) * 100 < rules.Percent * parts[0]);

    /// <summary>[variable] leaf of a cell of the crossing.</summary>
    public int[] LeavesOf(int cell)
    {
        var leaves = new int[Shape.Length];
        for (var v = Shape.Length - 1; v >= 0; v--)
        {
            leaves[v] = cell % Shape[v];
            cell /= Shape[v];
        }

        return leaves;
    }

    /// <summary>Cells of the crossing that a printed cell counts, worked out from its codes; several codes of a variable are joined by a plus, those that somebody has all of by an ampersand.</summary>
    public int[] MembersOf(IReadOnlyList<string> codes) => [.. Enumerable.Range(0, Counts.Length).Where(cell =>
    {
        for (var v = Shape.Length - 1; v >= 0; v--)
        {
            var at = cell % Shape[v];
            cell /= Shape[v];
            var isIn = v == Shape.Length - 1 && _sets is not null
                ? codes[v] == "Total" || codes[v].Split('&').All(code => code.Split('+').Any(c => _sets[at].Split(';').Contains(c, StringComparer.Ordinal)))
                : codes[v] == "Total" || codes[v].Split('+').Contains($"{(char)('a' + v)}{at:00}", StringComparer.Ordinal) || (v == 0 && Regions > 0 && codes[v] == $"r{at / Regions:00}");
            if (!isIn)
            {
                return false;
            }
        }

        return true;
    })];
}
