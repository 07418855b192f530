namespace Anonymize.RecordFiles.Hierarchies;

/// <summary>Why rows are no hierarchy.</summary>
public enum HierarchyFaultCode
{
    None,

    /// <summary>There is no row.</summary>
    Empty,

    /// <summary>The leaf of the row has had a row before.</summary>
    LeafRepeated,

    /// <summary>A category of the row has a parent here and another one in a row before.</summary>
    TwoParents,

    /// <summary>A label that no program could tell from several values, or from none: it holds the delimiter of sets, is empty, or has blanks around it.</summary>
    LabelOfNoValue,
}
