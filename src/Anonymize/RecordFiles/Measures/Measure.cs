namespace Anonymize.RecordFiles.Measures;

/// <summary>What the search makes least, defined as in ARX with its factor for generalisation and suppression at one half.</summary>
public enum Measure
{
    /// <summary>Geometric mean over attributes of 1 + share of the attribute's leaves that a value stands for, less 1.</summary>
    Loss,

    /// <summary>The same with the arithmetic mean.</summary>
    LossArithmetic,

    /// <summary>Σ over classes of their size squared; suppressed records count as one class with all others.</summary>
    Discernibility,

    /// <summary>Records ÷ classes, all suppressed records being one class.</summary>
    Aecs,

    /// <summary>Mean of level ÷ height.</summary>
    Precision,

    /// <summary>Non-uniform entropy: bits lost about each value given the one published, summed over records and attributes.</summary>
    Entropy,
}
