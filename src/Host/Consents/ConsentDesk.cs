using Host.Composition;
using Host.Outcomes;
using Host.Recovery;
using Host.Security;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Schema;
using Ingest.Storage;

namespace Host.Consents;

/// <summary>
/// Withdrawn consents as people enter them and as they are carried out: in the store, and in the journal beside it, so that neither a kill nor a restored backup brings a
/// record back.
/// </summary>
internal sealed class ConsentDesk(Installation installation, CaseStore store, CodeLists lists)
{
    /// <summary>Newest first.</summary>
    public Outcome<IReadOnlyList<ConsentWithdrawal>> All()
    {
        var all = store.Consents.All();
        return all.Succeeded ? Outcome<IReadOnlyList<ConsentWithdrawal>>.Of(all.Value) : StoreFailures.Of(all.Failure!.Value);
    }

    /// <summary>Keeps a withdrawal and carries it out at once. Where that fails, the withdrawal is kept, and the night or the next count carries it out.</summary>
    /// <param name="partner">Whose case it is.</param>
    /// <param name="caseNumber">As it stands in the partner's files; forgotten here.</param>
    /// <param name="withdrawnOn">Day on which consent was withdrawn, not after today.</param>
    /// <param name="reason">Why.</param>
    /// <param name="user">Who enters it.</param>
    /// <param name="cancellationToken">Stops between files; what was entered stays.</param>
    public Outcome<ConsentWithdrawal> Enter(PartnerId partner, string caseNumber, DateOnly withdrawnOn, ConsentReason reason, string user, CancellationToken cancellationToken)
    {
        if (withdrawnOn > installation.Calendar.DayOf(installation.Clock.GetUtcNow()))
        {
            return new Failure(ExitCode.WrongUsage, "ConsentDayWrong");
        }

        // What a restored store has forgotten comes first, so that numbers are given once. That an earlier one cannot be carried out keeps nobody from withdrawing.
        if (Recall() is { } failure)
        {
            return failure;
        }

        var entered = store.Consents.Enter(partner, caseNumber, withdrawnOn, reason, user, Keep);
        if (!entered.TryGet(out var mark))
        {
            return StoreFailures.Of(entered.Failure!.Value);
        }

        installation.Audit.Record(user, "consent-withdrawn", mark.Id.ToString());
        return !Settle(cancellationToken).Succeeded(out _, out var open) || !All().Succeeded(out var all, out open) ? open : all.First(w => w.Id == mark.Id);
    }

    /// <summary>Enters what the store has forgotten, keeps beside it what was not kept, and carries out what is open.</summary>
    /// <returns>How many records went.</returns>
    public Outcome<int> Settle(CancellationToken cancellationToken)
    {
        if (Recall() is { } failure)
        {
            return failure;
        }

        var settled = store.Consents.IsSettled();
        return settled is { Succeeded: true, Value: true } ? 0 : CarryOut(cancellationToken);
    }

    /// <summary>Store and journal know the same withdrawals when this returns null.</summary>
    private Failure? Recall()
    {
        if (!installation.Journal.Read().Succeeded(out var journal, out var failure))
        {
            return failure;
        }

        ConsentMark[] kept = [.. journal.Where(e => e.Kind == JournalEntry.Consent).Select(ConsentLine.Read)];
        var known = store.Consents.Marks();
        if (!known.TryGet(out var marks))
        {
            return StoreFailures.Of(known.Failure!.Value);
        }

        if (Replay(kept, marks) is { } forgotten)
        {
            return forgotten;
        }

        foreach (var mark in Without(marks, kept))
        {
            Keep(mark);
        }

        return null;
    }

    private Failure? Replay(IReadOnlyList<ConsentMark> kept, IReadOnlyList<ConsentMark> marks)
    {
        if (!Without(kept, marks).Any())
        {
            return null;
        }

        var replayed = store.Consents.Replay(kept);
        if (!replayed.TryGet(out var missing))
        {
            return StoreFailures.Of(replayed.Failure!.Value);
        }

        if (missing > 0)
        {
            installation.Audit.Record(UserTable.Schedule, "consents-replayed", $"{missing}");
        }

        return null;
    }

    private Outcome<int> CarryOut(CancellationToken cancellationToken)
    {
        var removed = store.Consents.CarryOut(lists, cancellationToken);
        if (!removed.TryGet(out var records))
        {
            return StoreFailures.Of(removed.Failure!.Value);
        }

        if (records > 0)
        {
            installation.Audit.Record(UserTable.Schedule, "consents-carried-out", $"{records}");
        }

        return records;
    }

    private static IEnumerable<ConsentMark> Without(IEnumerable<ConsentMark> marks, IReadOnlyList<ConsentMark> others) =>
        marks.ExceptBy(others.Select(o => (o.Partner, o.Mark)), m => (m.Partner, m.Mark));

    private void Keep(ConsentMark mark) => installation.Journal.Append(JournalEntry.Consent, mark.Id.ToString(), ConsentLine.Of(mark));
}
