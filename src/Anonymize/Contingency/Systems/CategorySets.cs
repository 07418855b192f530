using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>The sets of leaves that a specification speaks of: categories shown, restrictions, and what its rules compare.</summary>
internal sealed class CategorySets(ContingencySpec spec, IReadOnlyList<KnownTable> known, IReadOnlyDictionary<string, VariableTree> trees)
{
    /// <summary>Every set of leaves that some cell asks for.</summary>
    public IEnumerable<int[]> Of(string variable)
    {
        foreach (var table in spec.Tables)
        {
            if (table.Where.ContainsKey(variable))
            {
                yield return Restriction(table, variable);
            }

            if (table.By.Contains(variable, StringComparer.Ordinal))
            {
                foreach (var (_, leaves) in Judged(table, variable))
                {
                    yield return leaves;
                }
            }
        }

        foreach (var earlier in known)
        {
            if (earlier.Spec.Where.ContainsKey(variable))
            {
                yield return Restriction(earlier.Spec, variable);
            }

            foreach (var (_, leaves) in earlier.Spec.By.Index().Where(b => b.Item == variable).SelectMany(b => Judged(earlier, b.Index)))
            {
                yield return leaves;
            }
        }

        foreach (var code in spec.StructuralZeros.Concat(spec.External.Select(e => e.Cell)).Concat(spec.Open).Concat(spec.Rules.Primary.Select(p => p.Cell))
            .Select(c => c.Codes.GetValueOrDefault(variable)))
        {
            if (code is not null and not "Total")
            {
                yield return trees[variable].Find(code)!.Leaves;
            }
        }
    }

    /// <summary>What rules speak of besides: a category without a part of it, what several have in common, and the sides of links.</summary>
    public IEnumerable<int[]> DifferencesOf(string variable)
    {
        if (spec.Rules.Kappa >= 0 && trees[variable].Spec.Role == VariableSpecRole.Sensitive)
        {
            var tables = spec.Tables.Where(t => t.By.Contains(variable, StringComparer.Ordinal)).Select(t => Judged(t, variable));
            foreach (var shown in tables.Concat(known.SelectMany(k => k.Spec.By.Index().Where(b => b.Item == variable).Select(b => Judged(k, b.Index)))))
            {
                var sets = shown.Select(s => s.Leaves).ToArray();
                foreach (var (whole, part) in sets.SelectMany(_ => sets, (w, p) => (w, p)).Where(x => x.p.Length < x.w.Length && x.p.All(x.w.Contains)))
                {
                    yield return [.. whole.Except(part)];
                }
            }
        }

        if (spec.Rules.Latent > 1 && trees[variable].Spec.Multiple is not null)
        {
            foreach (var (overlap, _) in Overlaps.Of(Of(variable), spec.Rules.Latent))
            {
                yield return overlap;
            }
        }

        foreach (var (of, codes) in spec.Links.SelectMany(l => new[] { l.If, l.Then }).Where(s => s.Variable == variable))
        {
            var inside = codes.SelectMany(c => trees[of].Find(c)!.Leaves).Distinct().Order().ToArray();
            yield return inside;
            if (inside.Length < trees[of].Leaves.Length)
            {
                yield return [.. trees[of].Whole.Except(inside)];
            }
        }
    }

    /// <summary>Leaves a table is restricted to.</summary>
    public int[] Restriction(TableSpec table, string variable) => table.Where.TryGetValue(variable, out var codes)
        ? [.. codes.SelectMany(c => trees[variable].Find(c)!.Leaves).Distinct().Order()]
        : trees[variable].Whole;

    /// <summary>Categories a table shows of a variable, in ordinal order of codes, Total last.</summary>
    public IEnumerable<(string Code, int[] Leaves)> Shown(TableSpec table, string variable)
    {
        var rows = table.Layouts.TryGetValue(variable, out var layout)
            ? layout.Select(r => PooledAxis.RowOf(r, trees[variable]))
            : Nodes(table, variable).Select(n => (n.Code, n.Leaves));
        foreach (var row in rows.OrderBy(r => r.Item1, StringComparer.Ordinal))
        {
            yield return row;
        }

        if (!table.NoTotal.Contains(variable, StringComparer.Ordinal))
        {
            yield return ("Total", Restriction(table, variable));
        }
    }

    /// <summary>The categories that a table would show, in ordinal order of codes, without those that are made up of others: what a layout makes rows of.</summary>
    public TreeNode[] Declared(TableSpec table, string variable)
    {
        if (trees[variable].Spec.Multiple is not null)
        {
            return [.. Nodes(table, variable)];
        }

        // A group of one is its member.
        TreeNode[] nodes = [.. Nodes(table, variable).GroupBy(n => string.Join(',', n.Leaves), StringComparer.Ordinal).Select(same => same.MinBy(n => n.Level)!).OrderBy(n => n.Code, StringComparer.Ordinal)];
        return [.. nodes.Where(n => !nodes.Any(other => other.Leaves.Length < n.Leaves.Length && other.Leaves.All(n.Leaves.Contains)))];
    }

    /// <summary>Categories of a variable that the rules judge in a table: those shown, and with a layout those that it makes its rows of.</summary>
    public IEnumerable<(string Code, int[] Leaves)> Judged(TableSpec table, string variable)
    {
        var shown = Shown(table, variable);
        return table.Layouts.ContainsKey(variable) ? Declared(table, variable).Select(n => (n.Code, n.Leaves)).Concat(shown).DistinctBy(c => string.Join(',', c.Leaves), StringComparer.Ordinal) : shown;
    }

    /// <summary>A table over the same persons that crosses less: where both pool the same categories of a variable, rows of the second are unions of rows of the first.</summary>
    public bool IsFiner(TableSpec one, TableSpec other) => one.By.Count < other.By.Count && one.By.All(v => other.By.Contains(v, StringComparer.Ordinal))
        && trees.Keys.All(v => Restriction(one, v).AsSpan().SequenceEqual(Restriction(other, v)));

    /// <summary>The table takes its rows of a pooled variable from another one.</summary>
    public bool TakesRows(TableSpec table, string variable) => spec.Tables.Any(other => other.Layouts.ContainsKey(variable) && IsFiner(other, table)
        && Declared(other, variable).SequenceEqual(Declared(table, variable)));

    /// <summary>An earlier table took its rows of a pooled variable from another one.</summary>
    public bool TakesRows(KnownTable table, string variable) => known.Any(other => other.Layouts.ContainsKey(variable) && IsFiner(other.Spec, table.Spec)
        && Declared(other, other.Spec.By.ToList().IndexOf(variable)).SequenceEqual(Declared(table, table.Spec.By.ToList().IndexOf(variable))));

    /// <summary>A cell of the category is named, so that it stands by itself.</summary>
    public bool IsNamed(TableSpec table, string variable, string code) => spec.Open.Concat(spec.Rules.Primary.Select(p => p.Cell)).Any(c =>
        (c.Table is null || string.Equals(c.Table, table.Id, StringComparison.Ordinal)) && string.Equals(c.Codes.GetValueOrDefault(variable), code, StringComparison.Ordinal));

    private IOrderedEnumerable<TreeNode> Nodes(TableSpec table, string variable)
    {
        var tree = trees[variable];
        var allowed = Restriction(table, variable).ToHashSet();
        var nodes = table.Levels.TryGetValue(variable, out var levels) ? levels.SelectMany(tree.Level).Distinct() : tree.Nodes;
        return nodes.Where(n => n.Leaves.All(allowed.Contains)).OrderBy(n => n.Code, StringComparer.Ordinal);
    }

    /// <summary>Categories that a table of an earlier run printed of one of its variables, in printed order.</summary>
    public IEnumerable<(string Code, int[] Leaves)> Shown(KnownTable earlier, int by) =>
        earlier.Codes[by].Select(code => (code, code is "Total"
            ? Restriction(earlier.Spec, earlier.Spec.By[by])
            : earlier.MembersOf(earlier.Spec.By[by], code).SelectMany(m => trees[earlier.Spec.By[by]].Find(m)!.Leaves).Order().ToArray()));

    /// <summary>Categories in the rows of a table of an earlier run, in ordinal order of codes; none where it showed no layout of the variable.</summary>
    public TreeNode[] Declared(KnownTable earlier, int by) => !earlier.Layouts.TryGetValue(earlier.Spec.By[by], out var rows) ? []
        : [.. rows.Values.SelectMany(m => m).Order(StringComparer.Ordinal).Select(m => trees[earlier.Spec.By[by]].Find(m)!)];

    /// <summary>What the rules judge of an earlier table: its categories, and those in its rows.</summary>
    public IEnumerable<(string Code, int[] Leaves)> Judged(KnownTable earlier, int by) =>
        Declared(earlier, by).Select(n => (n.Code, n.Leaves)).Concat(Shown(earlier, by)).DistinctBy(c => string.Join(',', c.Leaves), StringComparer.Ordinal);
}
