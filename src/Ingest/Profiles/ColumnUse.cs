namespace Ingest.Profiles;

/// <summary>What is done with a column of a partner's file.</summary>
internal enum ColumnUse
{
    /// <summary>The partner's case number; only its HMAC is kept.</summary>
    CaseNumber,

    /// <summary>A person's name or a part of it; only the match key made from it is kept.</summary>
    PersonName,

    /// <summary>A date, or a year alone.</summary>
    Date,

    /// <summary>Completed years of age at registration.</summary>
    Age,

    /// <summary>One code of a list.</summary>
    Code,

    /// <summary>Several codes of a list in one cell.</summary>
    Set,

    /// <summary>Yes or no; yes gives a code.</summary>
    Flag,

    /// <summary>Yes or no to the record being used.</summary>
    Consent,

    /// <summary>A direct identifier: never read, or the row is refused if it is filled.</summary>
    Identifier,

    /// <summary>Free text: never read.</summary>
    FreeText,

    /// <summary>Known and of no use here: never read.</summary>
    Ignore,
}
