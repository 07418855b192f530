namespace Anonymize.RecordFiles;

/// <summary>Why a file cannot be worked on.</summary>
public enum RecordFaultCode
{
    None,

    /// <summary>There is no record.</summary>
    NoRecords,

    /// <summary>Values of a column are not leaves of its hierarchy.</summary>
    ValuesWithoutLeaf,

    /// <summary>There are more combinations of levels than can be numbered.</summary>
    TooManyNodes,

    /// <summary>A model is asked of a sensitive attribute whose values are sets that says nothing of them.</summary>
    ModelOfSingleValues,
}
