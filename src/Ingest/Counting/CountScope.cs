using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>What a count reads, taken from the catalogue at one moment: the uploads that count, and the partners.</summary>
internal sealed class CountScope
{
    private CountScope(IReadOnlyList<StoredUpload> all, IReadOnlyList<PartnerId> partners, Codebook codebook)
    {
        All = all;
        Counted = [.. all.Where(upload => upload is { State: UploadState.Active, DestroyedAt: null, Receipt.Content: UploadContent.Cases })];
        Partners = partners;
        Codebook = codebook;
        var places = partners.Select((partner, place) => (partner, place)).ToDictionary(pair => pair.partner, pair => pair.place);
        PartnerOfUpload = [.. Counted.Select(upload => places[upload.Receipt.Partner])];
    }

    /// <summary>Every upload ever accepted: a correction refers to the first.</summary>
    public IReadOnlyList<StoredUpload> All { get; }

    public IReadOnlyList<StoredUpload> Counted { get; }

    /// <summary>Ordinal order.</summary>
    public IReadOnlyList<PartnerId> Partners { get; }

    public IReadOnlyList<int> PartnerOfUpload { get; }

    public Codebook Codebook { get; }

    public static StoreResult<CountScope> Take(CaseStore store, Codebook codebook)
    {
        StoreResult<IReadOnlyList<StoredUpload>> uploads = store.Uploads();
        StoreResult<IReadOnlyList<Partner>> partners = store.Partners();
        if (!uploads.Succeeded || !partners.Succeeded)
        {
            return uploads.Failure ?? partners.Failure!.Value;
        }

        return new CountScope(uploads.Value, [.. partners.Value.Select(partner => partner.Id)], codebook);
    }
}
