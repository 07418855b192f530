using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Planning;

/// <summary>All tables of one period, as a report's definition asks for them, with what the world knows about their variables.</summary>
public sealed record PeriodPlan
{
    public required ReleaseHeader Header { get; init; }

    /// <summary>Variables of the records. A variable with several answers a person is a family named <c>name:CODE</c> with the leaves Y and N.</summary>
    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<ImpossibleCombination> Impossible { get; init; }

    /// <summary>In the order of the bulletin; a table whose rows another one takes comes before it.</summary>
    public required IReadOnlyList<TablePlan> Tables { get; init; }
}
