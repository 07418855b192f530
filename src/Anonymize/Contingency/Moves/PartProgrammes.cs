using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Moves;

/// <summary>Programmes part by part: a move never needs cells that nothing connects with its own, and a programme over fewer cells is solved sooner.</summary>
internal sealed class PartProgrammes : IMoveFinder, IDisposable
{
    private readonly ContingencySystem _system;
    private readonly bool[]? _isIncluded;
    private readonly int[] _partOf;
    private readonly Dictionary<(int, int), ProgrammeMoves> _programmes = [];

    /// <param name="system">The system.</param>
    /// <param name="isIncluded">Cells that may move at all; null for all.</param>
    public PartProgrammes(ContingencySystem system, bool[]? isIncluded = null)
    {
        (_system, _isIncluded) = (system, isIncluded);
        _partOf = Components.PartsOf(system, c => isIncluded?[c] != false);
    }

    public bool IsExact => false;

    public CellMove? Find(in MoveQuestion question, WorkBudget budget)
    {
        // A difference moves by either of its cells, which may lie in two parts.
        var parts = (One: _partOf[question.Cell], Other: _partOf[question.IsDifference ? question.Less : question.Cell]);
        if (!_programmes.TryGetValue(parts, out var programme))
        {
            _programmes.Add(parts, programme = new ProgrammeMoves(_system, [.. _partOf.Select((p, cell) => (p == parts.One || p == parts.Other) && _isIncluded?[cell] != false)]));
        }

        return programme.Find(question, budget);
    }

    public void Dispose()
    {
        foreach (var programme in _programmes.Values)
        {
            programme.Dispose();
        }
    }
}
