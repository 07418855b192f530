using Host.Workflow;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>A stored draft: its row, the verified release, and the ladder of each table. For cleared eyes.</summary>
internal sealed class Draft(DraftRow row, VerifiedRelease release, DraftDocument document)
{
    public DraftRow Row { get; } = row;

    public VerifiedRelease Release { get; } = release;

    public IReadOnlyList<LadderStep> Ladder { get; } = document.Ladder;

    public IReadOnlyList<LinkNote> PooledByLink { get; } = document.PooledByLink;

    public override string ToString() => Row.DraftId;
}
