namespace Host.Samples.Population;

/// <summary>What an invented case is there to show.</summary>
internal enum CaseKind
{
    Actual,
    Possible,
    NotAVictim,
    StatusUnknown,

    /// <summary>An actual victim who did not agree to the use of the record; must not enter.</summary>
    NoConsent,

    /// <summary>An actual victim of whom the partner wrote down a year only; feeds no quarter.</summary>
    YearOnly,
}
