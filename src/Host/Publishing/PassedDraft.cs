using Host.Drafting;
using Publication.Releases;

namespace Host.Publishing;

/// <summary>A draft that passed the gate, and the records that it was held against.</summary>
internal sealed record PassedDraft(VerifiedRelease Release, CountedRecords Counted)
{
    public override string ToString() => Release.Content.Header.Id;
}
