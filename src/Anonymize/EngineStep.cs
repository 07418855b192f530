namespace Anonymize;

/// <summary>How far the engine is.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Done">Parts of the stage that are done.</param>
/// <param name="Total">Parts of the stage; at least 1.</param>
public sealed record EngineStep(EngineStage Stage, int Done, int Total);
