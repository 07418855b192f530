using Host.Auditing;

namespace Host.Web.Pages.Desk;

/// <summary>Whether the chains hold, on a page of an operator or an auditor.</summary>
/// <param name="Page">The page.</param>
/// <param name="State">What was found.</param>
internal sealed record ChainsOnPage(DeskPage Page, ChainState State)
{
    /// <summary>Each chain by the key of its name, and what is wrong with it; null where it holds.</summary>
    public IEnumerable<(string Name, string? Fault)> Chains =>
    [
        ("ChainLedger", Break(State.LedgerBreak)),
        ("LedgerKnows", State.Standing is { } standing ? Page.Sentence(standing) : null),
        ("ChainAudit", Break(State.AuditBreak)),
        ("ChainHeads", State.Lost is { } lost ? Page.Sentence(lost) : null),
        ("ChainStore", State.StoreBreak is { } store ? Break(store == 0 ? null : store) : "–"),
    ];

    private string? Break(long? entry) => entry is { } number ? $"{Page["BrokenAt"]} {number}" : null;
}
