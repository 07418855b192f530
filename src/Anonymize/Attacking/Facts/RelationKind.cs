namespace Anonymize.Attacking.Facts;

/// <summary>Why a relation between cells is taken to hold.</summary>
internal enum RelationKind
{
    /// <summary>A total and its parts.</summary>
    Sum,

    /// <summary>A label that stands for several others.</summary>
    Union,

    /// <summary>A share of a known total.</summary>
    Share,

    /// <summary>A difference of two figures that is printed.</summary>
    Change,

    /// <summary>Categories that overlap: none passes the total.</summary>
    AtMost,
}
