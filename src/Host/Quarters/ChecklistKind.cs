namespace Host.Quarters;

/// <summary>What a checklist can find about a draft.</summary>
internal enum ChecklistKind
{
    /// <summary>The records are others now.</summary>
    Outdated,

    /// <summary>The protection officer holds the release.</summary>
    Held,

    /// <summary>The methodologist refused the draft.</summary>
    MethodRefused,

    /// <summary>The commentary has a figure that the draft does not show.</summary>
    CommentaryBroken,

    /// <summary>A partner that knew a tenth or more of last year's persons said nothing.</summary>
    MissingLarge,

    /// <summary>Another partner said nothing.</summary>
    Missing,

    /// <summary>Indicators of the National Action Plan are left out, since partners owe their figures.</summary>
    IncompleteIndicators,

    /// <summary>A partner's number of records is far from its usual one.</summary>
    Unusual,

    /// <summary>Records of earlier periods count in this one.</summary>
    LateHere,

    /// <summary>Records of this period came after its cut-off, and count in a later one.</summary>
    LateElsewhere,

    /// <summary>A table shows a smaller share of persons than in the last release.</summary>
    ShareFell,

    /// <summary>A table is left out.</summary>
    Withheld,
}
