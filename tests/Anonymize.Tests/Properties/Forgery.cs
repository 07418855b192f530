using Publication.Releases;
using Publication.Verification;

namespace Anonymize.Tests.Properties;

/// <summary>A candidate of which one thing was changed.</summary>
/// <param name="Kind">What was changed.</param>
/// <param name="Candidate">The changed candidate.</param>
internal sealed record Forgery(string Kind, Candidate Candidate)
{
    /// <summary>The certificate says that it is about other tables.</summary>
    public bool IsForeign { get; init; }

    public IReadOnlyList<Witness> Witnesses => Candidate.Certificate.Witnesses[Instance.Population];
}
