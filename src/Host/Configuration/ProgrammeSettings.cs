namespace Host.Configuration;

/// <summary>Whose figures these are.</summary>
internal sealed record ProgrammeSettings
{
    /// <summary>Country of the population, ISO 3166 alpha-3. Default <c>TUR</c>.</summary>
    public string Country { get; init; } = "TUR";

    /// <summary>Name of the programme. Default <c>national-referral</c>.</summary>
    public string Name { get; init; } = "national-referral";
}
