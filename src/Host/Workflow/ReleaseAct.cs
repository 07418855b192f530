namespace Host.Workflow;

/// <summary>What a person can have done to a release, in the order in which it is done.</summary>
internal enum ReleaseAct
{
    Drafted,
    Submitted,
    Held,
    HoldLifted,
    MethodSigned,
    MethodRefused,
    MethodLifted,
    Approved,
    Superseded,
    Discarded,
    Omitted,
    Published,
    Rebuilt,
    Withdrawn,
    CorrectionWritten,
    CorrectionApproved,
    CorrectionPublished,
}
