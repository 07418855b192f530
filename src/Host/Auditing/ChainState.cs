using Host.Composition;
using Host.Outcomes;
using Host.Recovery;

namespace Host.Auditing;

/// <summary>Whether every chain of the installation holds, as it was added up now.</summary>
/// <param name="LedgerBreak">First entry of the ledger that does not follow from the one before; null where it holds.</param>
/// <param name="Standing">What stands against every draft, since the ledger does not know all that was published; null where it does.</param>
/// <param name="AuditBreak">First entry of the audit chain that does not follow; null where it holds.</param>
/// <param name="StoreBreak">First entry of the case store's own chain that does not follow; 0 where it holds, null where it cannot be read.</param>
/// <param name="Lost">The chains do not have what the journal says that they had, with the latest day of it; null where they do.</param>
/// <param name="Heads">Where the audit chains of the workflow and of the case store end now; empty where that cannot be read.</param>
internal sealed record ChainState(long? LedgerBreak, Failure? Standing, long? AuditBreak, long? StoreBreak, Failure? Lost, IReadOnlyList<ChainHead> Heads)
{
    public static ChainState Of(ReleaseDesk desk) => new(
        desk.Installation.Ledger.FindBreak(),
        LedgerStanding.Find(desk.Installation),
        desk.Installation.Audit.FindBreak(),
        desk.Store.FirstBrokenAuditEntry() is { Succeeded: true, Value: var entry } ? entry : null,
        LostOf(desk),
        ChainHeads.Now(desk.Installation, desk.Store).Succeeded(out var heads, out _) ? heads : []);

    private static Failure? LostOf(ReleaseDesk desk) =>
        !ChainHeads.LastLost(desk.Installation, desk.Store).Succeeded(out var day, out var failure) ? failure
        : day.Length > 0 ? new Failure(ExitCode.Conflict, "ChainsCutOff", day)
        : null;
}
