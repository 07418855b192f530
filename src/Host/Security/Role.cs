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
}
