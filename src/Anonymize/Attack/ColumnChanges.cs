using Google.OrTools.LinearSolver;

namespace Anonymize.Attack;

/// <summary>
/// The unknowns of a programme over moves: how many persons enter a column, and how many leave it. Columns outside the region have none, and
/// nobody leaves a column that is empty.
/// </summary>
internal sealed class ColumnChanges
{
    private readonly Variable?[] _gain;
    private readonly Variable?[] _loss;

    /// <param name="region">Cliques in which persons may move; null for all.</param>
    /// <param name="columns">All columns of the system.</param>
    /// <param name="removable">At most so many persons leave each column.</param>
    /// <param name="make">Makes an unknown between nought and the given bound.</param>
    public ColumnChanges(IReadOnlySet<int>? region, IReadOnlyList<Column> columns, IReadOnlyList<int> removable, Func<double, Variable> make)
    {
        _gain = [.. columns.Select(c => region?.Contains(c.Clique) != false ? make(double.PositiveInfinity) : null)];
        _loss = [.. columns.Select((_, j) => _gain[j] is not null && removable[j] > 0 ? make(removable[j]) : null)];
    }

    public IEnumerable<Variable> Variables => _gain.Concat(_loss).OfType<Variable>();

    /// <summary>Tells whether the column lies in the region.</summary>
    public bool CanMove(int column) => _gain[column] is not null;

    /// <summary>At most so many persons leave the column; not more than at the beginning.</summary>
    public void Limit(int column, int removable) => _loss[column]?.SetUb(removable);

    /// <summary>The change of the column counts in the constraint.</summary>
    public void SetCoefficient(Constraint constraint, int column, double coefficient)
    {
        if (_gain[column] is { } gain)
        {
            constraint.SetCoefficient(gain, coefficient);
        }

        if (_loss[column] is { } loss)
        {
            constraint.SetCoefficient(loss, -coefficient);
        }
    }

    public void SetCoefficients(Constraint constraint, IEnumerable<int> columns, double coefficient)
    {
        foreach (var column in columns)
        {
            SetCoefficient(constraint, column, coefficient);
        }
    }

    /// <summary>Change of a column in the present solution.</summary>
    public double ValueOf(int column) => (_gain[column]?.SolutionValue() ?? 0) - (_loss[column]?.SolutionValue() ?? 0);

    /// <summary>Moving few persons is the goal.</summary>
    public void Minimise(Solver solver)
    {
        foreach (var variable in Variables)
        {
            solver.Objective().SetCoefficient(variable, 1);
        }

        solver.Objective().SetMinimization();
    }
}
