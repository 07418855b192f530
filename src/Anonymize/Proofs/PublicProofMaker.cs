using Anonymize.Attack;
using Anonymize.Protection;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Proofs;

/// <summary>
/// Makes the public proof of a release from the published figures alone: no record reaches this class, so handing out what it makes tells
/// nobody anything new. Invents a population that gives the figures, then changes it for every hidden cell and pooled member.
/// </summary>
public static class PublicProofMaker
{
    public static PublicProof Make(ReleaseContent content, RuleSet rules, Ledger earlier, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(budget);
        var complete = true;
        var parts = new List<PublicProofDocument.PopulationPart>();
        foreach (var population in content.Tables.Select(t => t.Design.Population).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var knowledge = PublicKnowledge.Of(population, content, rules, earlier);
            var targets = ProvenCells.Of(population, content);
            if (Invent(population, content, knowledge, targets) is not { } invented)
            {
                complete = false;
                continue;
            }

            var cells = Open(invented, knowledge, targets, rules, budget);
            complete &= cells.Count == targets.Count;
            parts.Add(new PublicProofDocument.PopulationPart(
                population,
                [.. invented.Variables.Select(v => new PublicProofDocument.VariablePart(v.Name, [.. v.Leaves.Select(l => l.Code)]))],
                [.. invented.Atoms.Select((a, i) => (int[])[.. a, invented.Counts[i]])],
                [.. cells]));
        }

        var document = new PublicProofDocument(PublicProofDocument.CurrentSchema, content.Header.Id, complete, [.. parts]);
        return new PublicProof(document.Write(), complete);
    }

    /// <summary>A population that gives every published figure, or null where the solver found none.</summary>
    private static RecordView? Invent(string population, ReleaseContent content, PublicKnowledge knowledge, IReadOnlyList<CellDefinition> targets)
    {
        var cells = knowledge.Facts.Select(f => f.Cell).Concat(targets).Distinct().ToArray();
        var used = cells.SelectMany(c => c.Nodes).Concat(knowledge.Impossible.SelectMany(i => i.Nodes)).Select(n => n.Variable).ToHashSet(StringComparer.Ordinal);
        var variables = content.Variables.Where(v => used.Contains(v.Name)).ToArray();
        var nobody = new RecordView(population, variables, [], [], [], []);
        var system = AttackSystem.Build(nobody, cells, knowledge.Impossible);
        var rows = Known(system, knowledge);
        using var solver = new MoveSolver(system, rows);
        var nothing = new LinearForm(new CellRow(new CellDefinition(population, []), [], 0), null, system.Columns.Length);
        var move = solver.Find(new MoveRequest(nothing, 0, 0, new int[system.Columns.Length], []));
        if (move is null || new Gluing(system).Glue(move, []) is not { } people)
        {
            return null;
        }

        return new RecordView(population, variables, people.Atoms, people.Deltas, [], []);
    }

    private static List<PublicProofDocument.CellPart> Open(
        RecordView invented, PublicKnowledge knowledge, IReadOnlyList<CellDefinition> targets, RuleSet rules, Budget budget)
    {
        var system = AttackSystem.Build(invented, [.. knowledge.Facts.Select(f => f.Cell).Concat(targets).Distinct()], knowledge.Impossible);
        using var solver = new MoveSolver(system, Known(system, knowledge));
        var gluing = new Gluing(system);
        var found = new List<Move> { new([]) };
        var cells = new List<PublicProofDocument.CellPart>();
        foreach (var target in targets)
        {
            var row = system.Rows[target];
            var form = new LinearForm(row, null, system.Columns.Length);
            Reach(form, row.Truth > 0 ? -row.Truth : null, -1);
            Reach(form, rules.K - row.Truth, 1);
            var low = found.MinBy(form.Change)!;
            var high = found.MaxBy(form.Change)!;
            var (least, most) = (row.Truth + form.Change(low), row.Truth + form.Change(high));
            if (least < most && !(least >= 1 && most < rules.K))
            {
                cells.Add(new PublicProofDocument.CellPart(target.Key, Changes(low), Changes(high)));
            }
        }

        return cells;

        // The far value first; where it is out of reach, one step.
        void Reach(LinearForm form, int? far, int near)
        {
            foreach (var goal in new[] { far, near })
            {
                if (goal is not { } change || found.Exists(m => near < 0 ? form.Change(m) <= change : form.Change(m) >= change))
                {
                    if (goal is not null)
                    {
                        return;
                    }

                    continue;
                }

                var before = solver.Work;
                var request = new MoveRequest(form, near > 0 ? change : null, near < 0 ? change : null, [.. system.Columns.Select(c => c.Truth)], []);
                var move = budget.IsExceeded ? null : solver.Find(request);
                budget.Spend(solver.Work - before);
                if (move is not null && gluing.Glue(move, invented.Counts) is not null)
                {
                    found.Add(move);
                    return;
                }
            }
        }

        int[][] Changes(Move move) => gluing.Glue(move, invented.Counts) is { } witness ? [.. witness.Atoms.Select((a, i) => (int[])[.. a, witness.Deltas[i]])] : [];
    }

    private static (CellRow Row, int Low, int High)[] Known(AttackSystem system, PublicKnowledge knowledge) =>
        [.. knowledge.Facts.Select(f => (system.Rows[f.Cell], f.Low - system.Rows[f.Cell].Truth, f.High - system.Rows[f.Cell].Truth))];
}
