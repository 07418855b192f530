using Anonymize;
using Host.Outcomes;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>The border to what makes a draft of a period: counts, plans, protects, verifies, stores.</summary>
internal interface IDrafter
{
    Task<Outcome<Draft>> DraftAsync(ReleasePeriod period, string drafter, CancellationToken cancellationToken, IProgress<EngineStep>? progress = null);
}
