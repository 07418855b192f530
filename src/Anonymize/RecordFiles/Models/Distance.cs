namespace Anonymize.RecordFiles.Models;

/// <summary>Ground distance between values of a sensitive attribute (Li, Li and Venkatasubramanian 2007).</summary>
public enum Distance
{
    /// <summary>All values are equally far apart: total variation.</summary>
    Equal,

    /// <summary>Values stand in an order; neighbours are 1 ÷ (values − 1) apart.</summary>
    Ordered,

    /// <summary>Level of the lowest common category ÷ height of the hierarchy.</summary>
    Hierarchical,
}
