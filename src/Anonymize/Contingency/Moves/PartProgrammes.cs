using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Moves;

/// <summary>Programmes part by part: a move never needs cells that nothing connects with its own, and a programme over fewer cells is solved sooner.</summary>
internal sealed class PartProgrammes : IMoveFinder, IDisposable
{
    /// <summary>Programmes that are kept; where questions go to and fro between more parts, one over everything answers.</summary>
    private const int Limit = 64;

    private readonly ContingencySystem _system;
    private readonly bool[]? _isIncluded;
    private readonly int[] _partOf;
    private readonly int _limit;
    private readonly Dictionary<(int, int), ProgrammeMoves> _programmes = [];
    private ProgrammeMoves? _whole;

    /// <param name="system">The system.</param>
    /// <param name="isIncluded">Cells that may move at all; null for all.</param>
    /// <param name="limit">Programmes of parts that are kept.</param>
    public PartProgrammes(ContingencySystem system, bool[]? isIncluded = null, int limit = Limit)
    {
        (_system, _isIncluded, _limit) = (system, isIncluded, limit);
        _partOf = Components.PartsOf(system, c => isIncluded?[c] != false);
    }

    public bool IsExact => false;

    public CellMove? Find(in MoveQuestion question, WorkBudget budget)
    {
        // A difference moves by either of its cells, which may lie in two parts.
        var (one, other) = (_partOf[question.Cell], _partOf[question.IsDifference ? question.Less : question.Cell]);
        return ProgrammeOf((Math.Min(one, other), Math.Max(one, other))).Find(question, budget);
    }

    /// <summary>Number of programmes.</summary>
    internal int Count => _programmes.Count + (_whole is null ? 0 : 1);

    private ProgrammeMoves ProgrammeOf((int One, int Other) parts)
    {
        if (_programmes.TryGetValue(parts, out var programme))
        {
            return programme;
        }

        if (_programmes.Count >= _limit)
        {
            return _whole ??= new ProgrammeMoves(_system, _isIncluded);
        }

        programme = new ProgrammeMoves(_system, [.. _partOf.Select((p, cell) => (p == parts.One || p == parts.Other) && _isIncluded?[cell] != false)]);
        _programmes.Add(parts, programme);
        return programme;
    }

    public void Dispose()
    {
        foreach (var programme in _programmes.Values)
        {
            programme.Dispose();
        }

        _whole?.Dispose();
    }
}
