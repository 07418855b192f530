using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>Whether the codes and levels that a specification and earlier tables name are those of the input.</summary>
internal sealed class CodeCheck(ContingencySpec spec, SpecFiles files, IReadOnlyDictionary<string, VariableTree> trees, List<InputFault> faults)
{
    /// <summary>False where something is named that is not there; what it is has been added to the faults.</summary>
    public bool Run()
    {
        foreach (var (t, table) in spec.Tables.Index())
        {
            foreach (var (variable, codes) in table.Where)
            {
                Require(codes.All(c => trees[variable].Find(c) is not null), InputFaultKind.CodeUnknown, $"tables[{t}].where.{variable}");
            }

            foreach (var (variable, levels) in table.Levels)
            {
                Require(levels.All(l => trees[variable].Level(l).Any()), InputFaultKind.LevelUnknown, $"tables[{t}].levels.{variable}");
            }
        }

        foreach (var cell in spec.Open.Concat(spec.StructuralZeros).Concat(spec.External.Select(e => e.Cell)).Concat(spec.Rules.Primary.Select(p => p.Cell)))
        {
            foreach (var (variable, code) in cell.Codes)
            {
                Require(code is "Total" || trees[variable].Find(code) is not null, InputFaultKind.CodeUnknown, $"{cell.Path}.{variable}");
            }
        }

        foreach (var link in spec.Links)
        {
            foreach (var (variable, codes) in new[] { link.If, link.Then })
            {
                Require(codes.All(c => trees[variable].Find(c) is not null), InputFaultKind.CodeUnknown, link.Path);
            }
        }

        foreach (var earlier in files.Known)
        {
            CheckCodes(earlier);
        }

        foreach (var (variable, factors) in spec.Rules.Weights)
        {
            Require(factors.Keys.All(c => c is "Total" || trees[variable].Find(c) is not null), InputFaultKind.CodeUnknown, $"rules.weights.{variable}");
        }

        if (faults.Count == 0)
        {
            CheckLayouts(new CategorySets(spec, files.Known, trees));
        }

        return faults.Count == 0;
    }

    private void CheckLayouts(CategorySets sets)
    {
        foreach (var (table, variable) in spec.Tables.SelectMany(t => t.By.Where(v => trees[v].Spec.IsPooled), (t, v) => (t, v)))
        {
            var declared = sets.Declared(table, variable);
            Require(declared.Sum(d => d.Leaves.Length) == declared.SelectMany(d => d.Leaves).Distinct().Count(), InputFaultKind.LayoutOverlaps, variable);
        }

        foreach (var (table, (variable, rows)) in spec.Tables.SelectMany(t => t.Layouts, (t, l) => (t, l)))
        {
            Require(
                trees.GetValueOrDefault(variable) is { Spec.IsPooled: true } tree && table.By.Contains(variable, StringComparer.Ordinal)
                    && rows.SelectMany(r => r).Order(StringComparer.Ordinal).SequenceEqual(sets.Declared(table, variable).Select(d => d.Code), StringComparer.Ordinal)
                    && rows.All(r => r.Count > 0 && PooledAxis.RowOf(r, tree) is var row && (tree.Find(row.Code) is not { } named || named.Leaves.AsSpan().SequenceEqual(row.Leaves)))
                    && rows.Select(r => PooledAxis.RowOf(r, tree).Code).Distinct(StringComparer.Ordinal).Count() == rows.Count,
                InputFaultKind.LayoutUnfit,
                variable);
        }
    }

    /// <summary>An earlier table that speaks of variables not declared now cannot be read; one with codes that nobody has, in print or within a row, is about other records; rows are those printed.</summary>
    private void CheckCodes(KnownTable earlier)
    {
        var codesOf = earlier.Spec.By.Zip(earlier.Codes, (v, codes) => (v, (IReadOnlyList<string>)[.. codes.SelectMany(c => earlier.MembersOf(v, c))]));
        foreach (var (variable, codes) in codesOf.Concat(earlier.Spec.Where.Select(w => (w.Key, w.Value))))
        {
            var tree = trees.GetValueOrDefault(variable);
            Require(tree is not null, InputFaultKind.KnownUndeclared, $"{earlier.Path}.{variable}");
            Require(tree is null || codes.All(c => c is "Total" || tree.Find(c) is not null), InputFaultKind.FactContradicted, $"{earlier.Path}.{variable}");
        }

        foreach (var (variable, rows) in earlier.Layouts)
        {
            var printed = earlier.Spec.By.Zip(earlier.Codes).Where(b => string.Equals(b.First, variable, StringComparison.Ordinal)).SelectMany(b => b.Second).Where(c => c is not "Total");
            Require(
                rows.Keys.Order(StringComparer.Ordinal).SequenceEqual(printed.Order(StringComparer.Ordinal), StringComparer.Ordinal) && rows.Values.All(members => members.All(m => trees.GetValueOrDefault(variable)?.Find(m) is not null)),
                InputFaultKind.FactContradicted,
                $"{earlier.Path}.{variable}");
        }
    }

    private void Require(bool holds, InputFaultKind kind, string where)
    {
        if (!holds)
        {
            faults.Add(new InputFault(kind, where, 1));
        }
    }
}
