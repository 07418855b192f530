using Host.Composition;

namespace Host.Cli.Verbs;

/// <summary>The status as lines for people.</summary>
internal static class StatusText
{
    public static void Write(StatusReport report, Terminal terminal)
    {
        terminal.Say("StatusNow", report.Now);
        Section(terminal, "StatusPartners", report.Partners, p => Partner(terminal, p));
        Section(terminal, "StatusDrafts", report.Drafts, d => terminal.Say(
            d.ApprovedBy.Count == 0 ? "StatusDraft" : "StatusDraftApproved", d.Id, d.DraftedBy, d.PublishAt, string.Join(", ", d.ApprovedBy)));
        Section(terminal, "StatusPublished", report.Publications, p => terminal.Say(
            p.CompletedAt is null ? "StatusPublicationOpen" : "StatusPublication", p.Release, p.Publisher, p.CompletedAt ?? p.SealedAt ?? "-"));
        if (report.Omitted.Count > 0)
        {
            Section(terminal, "StatusOmitted", report.Omitted, o => terminal.Say("StatusOmission", o.Period, o.OmittedBy, o.OmittedAt));
        }

        Section(terminal, "StatusDue", report.Due, s => terminal.Say("StatusSlot", s.Slot, s.DueAt, s.Attempts, s.LastOutcome ?? "-"));
        if (report.UploadsWithoutKey.Count > 0)
        {
            terminal.Say("StatusUploadsWithoutKey", string.Join(", ", report.UploadsWithoutKey));
        }

        if (report.LedgerBreak is { } ledger)
        {
            terminal.Say("StatusLedgerBroken", ledger);
        }

        if (report.LedgerStanding is { } standing)
        {
            terminal.Say(standing, [.. report.Unknown]);
        }

        if (report.ChainsCutOff is { Length: > 0 } day)
        {
            terminal.Say("StatusChainsCutOff", day);
        }

        if (report.AuditBreak is { } audit)
        {
            terminal.Say("StatusAuditBroken", audit);
        }
    }

    private static void Partner(Terminal terminal, StatusReport.PartnerPart partner)
    {
        terminal.Say(
            partner.Owes.Count == 0 ? "StatusPartnerClear" : partner.Overdue.Count == 0 ? "StatusPartnerOwes" : "StatusPartnerOverdue",
            partner.Partner, List(partner.Owes.Except(partner.Overdue, StringComparer.Ordinal)), partner.LastUpload ?? "-", List(partner.Overdue));
        if (partner.Nothing.Count > 0)
        {
            terminal.Say("StatusPartnerNothing", List(partner.Nothing));
        }
    }

    private static string List(IEnumerable<string> items) => string.Join(", ", items.DefaultIfEmpty("-"));

    private static void Section<T>(Terminal terminal, string title, IReadOnlyList<T> items, Action<T> write)
    {
        terminal.Say(title, items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }
}
