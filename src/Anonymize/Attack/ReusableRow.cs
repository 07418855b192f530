using Google.OrTools.LinearSolver;

namespace Anonymize.Attack;

/// <summary>A constraint on changes of columns that is set anew for each question; the solver cannot take constraints away.</summary>
internal sealed class ReusableRow(Constraint constraint, ColumnChanges changes)
{
    private readonly List<int> _columns = [];

    public void Set(IEnumerable<(int Column, int Coefficient)> terms, double low, double high)
    {
        Clear();
        foreach (var (column, coefficient) in terms)
        {
            changes.SetCoefficient(constraint, column, coefficient);
            _columns.Add(column);
        }

        constraint.SetBounds(low, high);
    }

    public void Clear()
    {
        changes.SetCoefficients(constraint, _columns, 0);
        _columns.Clear();
        constraint.SetBounds(double.NegativeInfinity, double.PositiveInfinity);
    }
}
