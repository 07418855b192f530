using Google.OrTools.LinearSolver;

namespace Anonymize.Attack;

/// <summary>A constraint on changes of columns that is set anew for each question; the solver cannot take constraints away.</summary>
internal sealed class ReusableRow(Constraint constraint, Variable?[] gain, Variable?[] loss)
{
    private readonly List<int> _columns = [];

    public void Set(IEnumerable<(int Column, int Coefficient)> terms, double low, double high)
    {
        Clear();
        foreach (var (column, coefficient) in terms)
        {
            if (gain[column] is { } more)
            {
                constraint.SetCoefficient(more, coefficient);
                constraint.SetCoefficient(loss[column], -coefficient);
                _columns.Add(column);
            }
        }

        constraint.SetBounds(low, high);
    }

    public void Clear()
    {
        foreach (var column in _columns)
        {
            constraint.SetCoefficient(gain[column], 0);
            constraint.SetCoefficient(loss[column], 0);
        }

        _columns.Clear();
        constraint.SetBounds(double.NegativeInfinity, double.PositiveInfinity);
    }
}
