namespace Host.Samples.Traps;

/// <summary>How a second report of the same person differs in the name.</summary>
internal enum SpellingVariant
{
    /// <summary>Işık → Isik.</summary>
    WithoutMarks,

    /// <summary>Işık → IŞIK, İpek → İPEK.</summary>
    TurkishCapitals,

    /// <summary>Işık → ISIK, İpek → IPEK.</summary>
    PlainCapitals,

    /// <summary>Ayşe Işık → Işık Ayşe.</summary>
    SurnameFirst,

    /// <summary>Işık → Işik.</summary>
    DotsMixed,

    /// <summary>Sayın Ayşe Işık.</summary>
    Honorific,

    /// <summary>Blanks too many.</summary>
    Blanks,

    /// <summary>Letters and marks apart, as some systems store them.</summary>
    Decomposed,
}
