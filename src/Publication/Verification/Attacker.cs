namespace Publication.Verification;

/// <summary>Who is asking, and what they know besides everything ever published and the declared impossibilities.</summary>
internal enum Attacker
{
    /// <summary>Nothing more.</summary>
    Outsider,

    /// <summary>The own record: an alternative counts only where it leaves that record in place.</summary>
    Person,

    /// <summary>All own records: an alternative changes only the records of others, and the requirement is on what is left without the own.</summary>
    Partner,

    /// <summary>That each member of a pooled row is below the threshold.</summary>
    PoolRule,
}
