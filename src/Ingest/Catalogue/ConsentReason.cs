namespace Ingest.Catalogue;

/// <summary>Why a record must go.</summary>
public enum ConsentReason
{
    /// <summary>The person asked for it.</summary>
    Person,

    /// <summary>A parent or guardian asked for it.</summary>
    Guardian,

    /// <summary>A court or the data protection authority ordered it.</summary>
    Authority,

    /// <summary>There was no consent: it had been recorded by mistake.</summary>
    Mistake,
}
