using Host.Workflow;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>A stored draft: its row, the verified release, and the ladder of each table. For cleared eyes.</summary>
internal sealed class Draft(DraftRow row, VerifiedRelease release, IReadOnlyList<LadderStep> ladder)
{
    public DraftRow Row { get; } = row;

    public VerifiedRelease Release { get; } = release;

    public IReadOnlyList<LadderStep> Ladder { get; } = ladder;

    public override string ToString() => Row.DraftId;
}
