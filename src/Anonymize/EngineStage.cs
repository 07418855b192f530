namespace Anonymize;

/// <summary>What the engine is at.</summary>
public enum EngineStage
{
    /// <summary>Choosing which categories stand alone; parts are axes of tables.</summary>
    Layouts,

    /// <summary>Choosing what to hide; parts are printed cells. Begins again on each step of the ladder.</summary>
    Cells,

    /// <summary>The verifier looks at the result; one part.</summary>
    Verifying,
}
