using Host.Composition;
using Host.Outcomes;
using Ingest.Storage;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>How many partners reported a period, with records or with the word that there were none; and how many there are.</summary>
internal sealed class ReportingPartners(Installation installation, CaseStore store)
{
    public Outcome<(int Included, int Expected)?> In(ReleasePeriod period)
    {
        var uploads = store.Uploads();
        var nothing = store.NilReturns();
        var partners = store.Partners();
        if (!uploads.Succeeded || !nothing.Succeeded || !partners.Succeeded)
        {
            return StoreFailures.Of(uploads.Failure ?? nothing.Failure ?? partners.Failure!.Value);
        }

        var counted = new CountedQuarter(FirstQuarter.Of(installation, store), installation.Calendar, installation.Rebuilt.Quarters());
        return ((int, int)?)(PartnersCounted.In(period, uploads.Value, nothing.Value, counted), partners.Value.Count);
    }
}
