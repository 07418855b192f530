namespace Host.Samples.Traps;

/// <summary>Two people whom a careless comparison would take for one.</summary>
internal enum NearMiss
{
    /// <summary>Same name and citizenship, born a year apart.</summary>
    OtherBirthYear,

    /// <summary>Same name and birth date, other citizenship.</summary>
    OtherCitizenship,

    /// <summary>Same birth date and citizenship, surnames one letter apart.</summary>
    OtherLetter,

    /// <summary>Same birth date and citizenship, neither has a name.</summary>
    NoName,
}
