using Publication.Rules;
using Publication.Tables;

namespace Publication.Releases;

/// <summary>Identity and provenance of a release. No figure, no hash of case data (inputs are identified by a keyed HMAC).</summary>
public sealed record ReleaseHeader
{
    /// <summary><c>period.revision</c>, as in <c>2025-Q4.1</c>.</summary>
    public required string Id { get; init; }

    public required ReleasePeriod Period { get; init; }

    public required Text Title { get; init; }

    /// <summary>Country code of the population, ISO 3166 alpha-3.</summary>
    public required string Country { get; init; }

    public required string Programme { get; init; }

    /// <summary>Version of the code lists behind every cell definition.</summary>
    public required string ClassificationVersion { get; init; }

    /// <summary>Records that arrived after this day are not in the figures.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>The day of publication, given by the schedule, never by the clock of the run.</summary>
    public required DateOnly PublicationDate { get; init; }

    public DateOnly? NextPublication { get; init; }

    public required RuleSetIdentity RuleSet { get; init; }

    /// <summary>HMAC-SHA256 (hex) over the inputs, with the private key; says that two releases rest on the same inputs, and nothing else.</summary>
    public required string InputsHmac { get; init; }

    public required string ProductVersion { get; init; }

    /// <summary>Number of partners whose records are in the figures and number expected.</summary>
    public required int PartnersIncluded { get; init; }

    public required int PartnersExpected { get; init; }
}
