namespace Anonymize.Contingency.Suppression;

/// <summary>
/// Work in units that are the same on every machine: about one for each cell or edge looked at. What is undecided when it ends counts as unsafe, and the
/// search for something cheaper ends where it stands. A clock may abort a run and never changes a result.
/// </summary>
internal sealed class WorkBudget(long units, CancellationToken cancel)
{
    public long Spent { get; private set; }

    public bool IsExceeded => Spent >= units;

    public long Units => units;

    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Spend(long work)
    {
        cancel.ThrowIfCancellationRequested();
        Spent += work;
    }
}
