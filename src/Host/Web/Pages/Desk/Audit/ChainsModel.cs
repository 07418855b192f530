using Host.Auditing;
using Host.Composition;
using Host.Outcomes;
using Host.Web.Wording;

namespace Host.Web.Pages.Desk.Audit;

/// <summary>The chains: whether they hold, and what stands in them.</summary>
internal sealed class ChainsModel(ReleaseDesk desk, SiteTexts texts) : AuditPage(desk, texts)
{
    private const int LinesOnPage = 100;

    public ChainState State { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>The lines are those of the case store.</summary>
    public bool IsOfStore { get; private set; }

    /// <summary>Where older lines are; null where there are none.</summary>
    public string? Older => Lines.Count > 0 && Lines[^1].Number > 1 ? $"{Place(IsOfStore)}&before={Lines[^1].Number}" : null;

    protected override string Subject => "chains";

    public string Place(bool ofStore) => $"/{Tongue}/desk/audit?chain={(ofStore ? "store" : "workflow")}";

    public void OnGet(string? chain, long? before)
    {
        State = ChainState.Of(Release);
        IsOfStore = chain == "store";
        Lines = IsOfStore ? OfStore(before ?? long.MaxValue) : [.. Release.Installation.Audit.Newest(before, LinesOnPage).Select(AuditLine.Of)];
    }

    private AuditLine[] OfStore(long before)
    {
        var entries = Release.Store.AuditEntries();
        if (entries.TryGet(out var all))
        {
            return [.. all.Where(e => e.Entry < before).OrderByDescending(e => e.Entry).Take(LinesOnPage).Select(AuditLine.Of)];
        }

        Problem = Sentence(StoreFailures.Of(entries.Failure!.Value));
        return [];
    }
}
