namespace Anonymize.Attacking.Structure;

/// <summary>
/// Finds what columns of shares and of changes are derived from, by trying: a derivation holds where at least two shown rows fit it, and none
/// contradicts it. What it then says of hidden counts are facts.
/// </summary>
internal static class DerivedColumns
{
    /// <param name="grid">The sheet.</param>
    /// <param name="block">The table on it.</param>
    /// <param name="kinds">Of its columns.</param>
    /// <param name="totalRow">Place in the body of the row that is the total of all; null where there is none.</param>
    /// <param name="cellAt">Index of the cell of a row and a column (places in body and block).</param>
    public static List<DerivedFact> Find(SheetGrid grid, TableBlock block, ColumnKind[] kinds, int? totalRow, Func<int, int, int> cellAt)
    {
        var facts = new List<DerivedFact>();
        int[] counts = [.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == ColumnKind.Count)];
        Content At(int r, int i) => grid[block.Body[r].Row, block.Columns[i]];
        for (var column = 0; column < kinds.Length; column++)
        {
            var i = column;
            if (kinds[i] == ColumnKind.Share)
            {
                // Nearest count to the left first; of the bottom of its own column, else of a column to its right or left.
                var bases = counts.OrderBy(c => c < i ? i - c : 1000 + c - i).SelectMany(part =>
                    (totalRow is { } t ? [((Func<int, (int, int)>)(_ => (t, part)), part)] : Array.Empty<(Func<int, (int, int)>, int)>())
                    .Concat(counts.Where(b => b != part).Select(b => ((Func<int, (int, int)>)(r => (r, b)), part))));
                foreach (var (baseOf, part) in bases)
                {
                    if (Shares(block, i, part, baseOf, At, cellAt) is { } found)
                    {
                        facts.AddRange(found);
                        break;
                    }
                }
            }
            else if (kinds[i] == ColumnKind.Change)
            {
                var pairs = from later in counts from earlier in counts where later != earlier orderby later < i ? i - later : 1000 select (later, earlier);
                facts.AddRange(pairs.Select(p => Changes(block, i, p.later, p.earlier, At, cellAt)).FirstOrDefault(f => f is not null) ?? []);
            }
        }

        return facts;
    }

    private static List<DerivedFact>? Shares(
        TableBlock block, int column, int part, Func<int, (int Row, int Column)> baseOf, Func<int, int, Content> at, Func<int, int, int> cellAt)
    {
        Content[] shown = [.. Enumerable.Range(0, block.Body.Count).Select(r => at(r, column)).Where(c => c.Kind == ContentKind.Number)];
        if (shown.Length == 0)
        {
            return null;
        }

        // A share of 0.35 with a percent format is 35 %; so is 0.35 in a file whose shares never pass one.
        var unit = shown.All(s => s.Value <= 1) && shown.Any(s => s.Value > 0 && s.Value < 1) ? 1m : 100m;
        var facts = new List<DerivedFact>();
        int fitting = 0, places = shown.Max(s => s.Decimals + (unit == 1m && s.IsPercent && s.Text.Length > 0 && s.Decimals < 10 ? 2 : 0));
        if (unit == 1m)
        {
            places = Math.Max(places, shown.Max(s => DecimalPlaces(s.Value)));
        }

        var half = 0.5m;
        for (var p = 0; p < places; p++)
        {
            half /= 10;
        }

        for (var r = 0; r < block.Body.Count; r++)
        {
            var (baseRow, baseColumn) = baseOf(r);
            Content share = at(r, column), count = at(r, part), all = at(baseRow, baseColumn);
            if (share.Kind != ContentKind.Number || (baseRow == r && baseColumn == part))
            {
                continue;
            }

            decimal low = (share.Value - half) / unit, high = (share.Value + half) / unit;
            if (count.Kind == ContentKind.Number && all.Kind == ContentKind.Number && all.Value > 0)
            {
                if (count.Value < low * all.Value || count.Value > high * all.Value)
                {
                    return null;
                }

                fitting += count.Value > 0 && baseRow != r || baseColumn != part ? 1 : 0;
            }

            facts.Add(new DerivedFact(cellAt(r, part), cellAt(baseRow, baseColumn), low, high, IsShare: true));
        }

        return fitting >= 2 ? facts : null;
    }

    private static int DecimalPlaces(decimal value) => Math.Min(6, (int)(value / 1.0000000000000000000000000000m).Scale);

    private static List<DerivedFact>? Changes(
        TableBlock block, int column, int later, int earlier, Func<int, int, Content> at, Func<int, int, int> cellAt)
    {
        var facts = new List<DerivedFact>();
        var fitting = 0;
        for (var r = 0; r < block.Body.Count; r++)
        {
            Content change = at(r, column), now = at(r, later), before = at(r, earlier);
            if (change.Kind != ContentKind.Number || change.Value != decimal.Truncate(change.Value))
            {
                continue;
            }

            if (now.Kind == ContentKind.Number && before.Kind == ContentKind.Number)
            {
                if (now.Value - before.Value != change.Value)
                {
                    return null;
                }

                fitting += change.Value != 0 ? 1 : 0;
            }

            facts.Add(new DerivedFact(cellAt(r, later), cellAt(r, earlier), change.Value, change.Value, IsShare: false));
        }

        return fitting >= 2 ? facts : null;
    }
}
