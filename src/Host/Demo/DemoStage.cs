namespace Host.Demo;

/// <summary>The stages of a demonstration at its end, each named when it is reached. A process that dies before <see cref="Placed"/> has changed nothing.</summary>
internal enum DemoStage
{
    /// <summary>Everything is written, beside its place.</summary>
    Made,

    /// <summary>The new folder stands in its place; the old one is not cleared yet.</summary>
    Placed,
}
