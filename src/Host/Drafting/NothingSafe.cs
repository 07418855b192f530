using Host.Outcomes;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>Nothing of a period can be published safely: a result, with what was tried for each table and what stood against it.</summary>
internal sealed class NothingSafe(ReleasePeriod period, IReadOnlyList<LadderStep> ladder, IReadOnlyList<Finding> findings)
    : Failure(ExitCode.DisclosureRule, nameof(NothingSafe), period.ToString())
{
    public IReadOnlyList<LadderStep> Ladder { get; } = ladder;

    /// <summary>Codes and definitions; never a count.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
