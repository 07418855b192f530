using Anonymize.Contingency.Suppression;

namespace Anonymize.Contingency.Moves;

/// <summary>
/// A way to find moves. What it finds is valid, and what it does not find may still be there: whoever asks counts that as unsafe. The same question gets
/// the same answer, whatever was asked before.
/// </summary>
internal interface IMoveFinder
{
    /// <summary>Nothing found by this finder means that there is nothing to be found.</summary>
    bool IsExact { get; }

    /// <summary>A move, or null.</summary>
    CellMove? Find(in MoveQuestion question, WorkBudget budget);
}
