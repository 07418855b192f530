namespace Host.Security;

/// <summary>What a user may do. Names in the database are these in lower case.</summary>
internal enum Role
{
    /// <summary>Makes drafts and sees what they hide.</summary>
    Analyst,

    /// <summary>Approves drafts of others.</summary>
    Approver,

    /// <summary>Publishes what is approved.</summary>
    Publisher,

    /// <summary>Runs the installation, keeps users and partners.</summary>
    Operator,

    /// <summary>Hands in cases for one partner, sees what that partner sent, and has no other role.</summary>
    Partner,

    /// <summary>Protects persons: holds a release, records that a consent was withdrawn.</summary>
    Officer,

    /// <summary>Judges rules and certificates; sees no record.</summary>
    Methodologist,

    /// <summary>Reads a release before it is published, when named for it.</summary>
    Reader,

    /// <summary>Reads what was done and by whom; sees no record and no figure, changes nothing, and has no other role.</summary>
    Auditor,
}
