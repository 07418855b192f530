namespace Ingest.Reading;

/// <summary>How a cell was understood.</summary>
internal enum CellState : byte
{
    /// <summary>It gives a value.</summary>
    Value,

    /// <summary>Asked and unknown.</summary>
    Unknown,

    /// <summary>The partner says it does not collect this.</summary>
    NotCollected,

    /// <summary>It breaks a rule.</summary>
    Wrong,
}
