using Anonymize.Attacking.Bounds;
using Anonymize.Attacking.Facts;

namespace Anonymize.Attacking.Telling;

/// <summary>Says which sums give a cell away: a smallest set of relations that alone leaves no more than was found.</summary>
internal sealed class Explanation
{
    /// <summary>Sums that are told one by one; more would not be read.</summary>
    private const int MostTold = 8;

    /// <summary>Relations looked at one by one, and cells explained that way; beyond, the text only counts.</summary>
    private const int MostTried = 400, MostExplained = 300;

    private readonly CellSystem _system;
    private readonly CellBounds _bounds;
    private readonly Wording _wording;
    private readonly ILookup<int, int> _relationsOf;
    private int _explained;
    private int _scale = 1;

    public Explanation(CellSystem system, CellBounds bounds, Wording wording)
    {
        (_system, _bounds, _wording) = (system, bounds, wording);
        _relationsOf = bounds.Kept.Index().SelectMany(r => r.Item.Terms.Where(t => !system.Cells[t.Cell].IsKnown).Select(t => (t.Cell, r.Index))).ToLookup(t => t.Cell, t => t.Index);
    }

    public string Of(int cell, string mark, int scale)
    {
        _scale = scale;
        var known = _system.Cells[cell];
        if (known.Value is { } value)
        {
            var table = _system.Tables[Math.Max(0, known.ShownIn)].Table;
            return _wording.Say("shownElsewhere", table.File, table.Id, Figure(value));
        }

        var found = _bounds[cell];
        if (known.Low == known.High || _relationsOf[cell].FirstOrDefault(-1) < 0)
        {
            return _wording.Say("markSays", mark);
        }

        var around = Around(cell, found);
        if (around.Count > MostTried || ++_explained > MostExplained)
        {
            return Many(around, found);
        }

        var needed = Needed(cell, found, around);
        return needed.Count > MostTold ? Many(needed, found) : Told(cell, found, needed);
    }

    /// <summary>Relations near the cell, outwards until they suffice.</summary>
    private List<int> Around(int cell, Interval found)
    {
        var cells = new HashSet<int> { cell };
        var relations = new List<int>();
        var taken = new HashSet<int>();
        while (true)
        {
            var next = cells.SelectMany(c => _relationsOf[c]).Where(taken.Add).Order().ToArray();
            if (next.Length == 0)
            {
                return relations;
            }

            relations.AddRange(next);
            if (relations.Count > MostTried || Suffices(cell, found, relations))
            {
                return relations;
            }

            cells = [.. next.SelectMany(r => _bounds.Kept[r].Terms).Select(t => t.Cell)];
        }
    }

    /// <summary>Leaves out whatever is not needed, farthest first, halves before single ones.</summary>
    private List<int> Needed(int cell, Interval found, List<int> around)
    {
        var needed = around;
        for (var size = needed.Count / 2; size >= 1; size /= 2)
        {
            for (var start = Math.Max(0, needed.Count - size); ; start = Math.Max(0, start - size))
            {
                var without = needed.Where((_, i) => i < start || i >= start + size).ToList();
                if (without.Count > 0 && Suffices(cell, found, without))
                {
                    needed = without;
                }

                if (start == 0)
                {
                    break;
                }
            }
        }

        return needed;
    }

    private bool Suffices(int cell, Interval found, List<int> relations)
    {
        var system = new BoundedSystem(_system.Cells);
        foreach (var relation in relations)
        {
            system.Add(_bounds.Kept[relation]);
        }

        if (!system.Tighten(Enumerable.Range(0, system.RowCount)))
        {
            return false;
        }

        if (system.Low[cell] >= found.Low && system.High[cell] <= found.High)
        {
            return true;
        }

        var component = Component.Of(system).FirstOrDefault(c => c.Cells.Contains(cell));
        if (component is null || component.Rows.Count == 0)
        {
            return false;
        }

        using var bounds = new ComponentBounds(component);
        var interval = bounds.Of(Array.IndexOf(component.Cells, cell));
        return interval.Low >= found.Low && interval.High <= found.High;
    }

    private string Many(List<int> relations, Interval found)
    {
        var table = _system.Tables[relations.Select(r => _bounds.Kept[r].Table).GroupBy(t => t).OrderByDescending(g => g.Count()).First().Key].Table;
        return _wording.Say("many", relations.Count, table.File, table.Id, Left(found));
    }

    private string Told(int cell, Interval found, List<int> relations)
    {
        // From what is known towards the cell.
        var told = string.Join("; ", relations.AsEnumerable().Reverse().Select(r => _bounds.Kept[r]).Select(r =>
            _wording.Say("in", _system.Tables[r.Table].Table.File, _system.Tables[r.Table].Table.Id, Text(r))));
        var others = relations.SelectMany(r => _bounds.Kept[r].Terms).Select(t => t.Cell).Where(c => c != cell && !_system.Cells[c].IsKnown).Distinct().ToArray();
        var text = _wording.Say(relations.Count == 1 ? "one" : "several", told, Left(found));
        return relations.Count == 1 && others.Length == 0 ? text : text + _wording.Say("least", Figure(others.Select(c => _system.Cells[c].Low).Append(_system.Cells[cell].Low).Min()));
    }

    private string Text(Relation relation)
    {
        var terms = relation.Terms;
        switch (relation.Kind)
        {
            case RelationKind.Share:
                return _wording.Say("share", Name(terms[0].Cell), relation.Variable, Left(new Interval(relation.Low!.Value, relation.High, true)));
            case RelationKind.Change:
                return _wording.Say("change", NameAndValue(terms[0].Cell), NameAndValue(terms[1].Cell), relation.Variable);
            case RelationKind.AtMost:
                return _wording.Say("atMost", Name(terms[1].Cell), NameAndValue(terms[0].Cell));
        }

        var shown = terms.Skip(1).Where(t => _system.Cells[t.Cell].IsKnown).Select(t => t.Cell).ToArray();
        var parts = terms.Skip(1).Where(t => !_system.Cells[t.Cell].IsKnown).Select(t => _wording.Say("hiddenPart", Name(t.Cell))).ToList();
        if (shown.Length > 0)
        {
            var sum = shown.Sum(c => _system.Cells[c].Value!.Value);
            parts.Insert(0, shown.Length == 1 ? _wording.Say("shownPart", Figure(sum), Name(shown[0])) : _wording.Say("shownParts", Figure(sum), shown.Length));
        }

        var total = terms[0].Cell;
        return _system.Cells[total].Value is { } value
            ? _wording.Say("sum", Name(total), Figure(value), string.Join(" + ", parts))
            : _wording.Say("sumOf", Name(total), string.Join(" + ", parts));
    }

    private string Left(Interval interval) => interval.IsSingle
        ? _wording.Say("single", Figure(interval.Low))
        : _wording.Say("between", Figure(interval.Low), Figure(interval.High!.Value));

    /// <summary>A figure of the system in units of print.</summary>
    private decimal Figure(long value) => (decimal)value / _scale;

    private string NameAndValue(int cell) => _system.Cells[cell].Value is { } value ? _wording.Say("named", Name(cell), Figure(value)) : _wording.Say("hiddenPart", Name(cell));

    private string Name(int cell) => _system.Cells[cell].At is { Count: > 0 } at ? string.Join(" / ", at.Select(c => c.Label)) : _wording.Say("total");
}
