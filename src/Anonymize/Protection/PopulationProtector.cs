using Anonymize.Audit;
using Anonymize.Suppress;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>Protects the tables of one population: finds the pattern and keeps the alternatives that prove it.</summary>
internal sealed class PopulationProtector(
    RecordView view, PublicKnowledge knowledge, IReadOnlyList<TableDesign> designs, Func<TableDesign, CellDefinition, bool> forcedOpen, PopulationSearch search) : IDisposable
{
    private readonly PopulationAudit _audit = new(view, knowledge, designs, forcedOpen, search);

    /// <summary>Is told each time which further share of the requirements is met.</summary>
    public Action<double> Met { get; set; } = _ => { };

    public AuditedRequirement? Blocking { get; private set; }

    /// <summary>Hidden cells of the safe pattern found, or null.</summary>
    public HashSet<CellDefinition>? Protect(CancellationToken cancel)
    {
        var primaries = Primaries();
        var suppressor = new Suppressor(_audit.Cells, _audit.Requirements, _audit.Solver, _audit.Auditor, cancel) { Primaries = primaries, Met = Met };
        if (primaries.Any(p => _audit.Cells[p].IsForced) || !suppressor.Solve())
        {
            Blocking = suppressor.Blocking;
            return null;
        }

        return [.. suppressor.Hidden().Select(r => _audit.Cells[r].Row.Cell)];
    }

    /// <summary>The alternatives that prove the pattern found.</summary>
    public IReadOnlyList<Witness> Witnesses() => 
        [.. _audit.Requirements.Where(r => _audit.Auditor.Holds(r)).SelectMany(r => r.Support!).Distinct().Select(a => a.Witness)];

    public void Dispose() => _audit.Dispose();

    /// <summary>Printed cells that a rule forbids to show: too small, or too small without some partner's own records.</summary>
    private HashSet<int> Primaries()
    {
        var forbidden = _audit.Requirements.Where(r => r.Requirement.Minus is null && r.Requirement.Against is Attacker.Outsider or Attacker.Partner).Select(r => r.Requirement.Cell).ToHashSet();
        return [.. Enumerable.Range(0, _audit.Cells.Count).Where(r => !_audit.Cells[r].IsBand && _audit.Printed.Contains(_audit.Cells[r].Row.Cell) && forbidden.Contains(_audit.Cells[r].Row.Cell))];
    }
}
