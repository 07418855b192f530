namespace Host.Demo;

/// <summary>How much of the samples a demonstration publishes.</summary>
internal enum DemoExtent
{
    /// <summary>The last year: four quarters and the year.</summary>
    LastYear,

    /// <summary>All that there is, for a portal with a history: twelve quarters and their years, those before the last year taken over at once.</summary>
    WholeHistory,
}
