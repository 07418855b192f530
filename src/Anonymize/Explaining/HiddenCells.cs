using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Explaining;

/// <summary>Tells for each hidden cell which rules name it, by asking the catalogue of requirements again over the same records, and how much its certificate leaves open.</summary>
internal static class HiddenCells
{
    public static IReadOnlyList<HiddenCell> Of(ReleaseContent content, Certificate certificate, IReadOnlyDictionary<string, RecordView> records, RuleSet rules)
    {
        var open = records.ToDictionary(r => r.Key, r => new OpenValues(r.Value, certificate.Witnesses.GetValueOrDefault(r.Key, [])), StringComparer.Ordinal);
        var named = new Dictionary<CellDefinition, SortedSet<string>>();
        foreach (var table in content.Tables.Where(t => records.ContainsKey(t.Design.Population)))
        {
            foreach (var requirement in Requirements(table.Design, content, records[table.Design.Population], rules))
            {
                Note(requirement.Cell, requirement.Rule);
                if (requirement.Minus is { } part)
                {
                    Note(part, requirement.Rule);
                }
            }
        }

        return
        [
            .. from table in content.Tables
               where records.ContainsKey(table.Design.Population)
               from cell in Enumerable.Range(0, table.Design.CellCount)
               where table.Cells[cell].State == CellState.Hidden
               let definition = table.Design.DefinitionOf(cell)
               let values = open[table.Design.Population].Of(definition)
               select new HiddenCell(table.Design.Id, cell, named.TryGetValue(definition, out var names) ? [.. names] : [], values.Possible, values.Width),
        ];

        void Note(CellDefinition cell, string rule)
        {
            if (!named.TryGetValue(cell, out var known))
            {
                named.Add(cell, known = new SortedSet<string>(StringComparer.Ordinal));
            }

            known.Add(rule);
        }
    }

    private static IEnumerable<Requirement> Requirements(TableDesign design, ReleaseContent content, RecordView view, RuleSet rules)
    {
        ImpossibleCombination[] impossible = [.. content.Impossible.Where(i => string.Equals(i.Population, view.Population, StringComparison.Ordinal))];
        return RequirementCatalogue.For(design, rules, Count, view.Partners.Count, CountOf, new Possibility(view.Variables, impossible));

        int Count(CellDefinition cell) => CellPredicate.Compile(cell.Nodes, view)?.Count(view.Atoms, view.Counts) ?? 0;
        int CountOf(CellDefinition cell, int partner) => CellPredicate.Compile(cell.Nodes, view)?.Count(view.Atoms, view.PartnerCounts[partner]) ?? 0;
    }
}
