namespace Ingest.Counting;

/// <summary>Whom a table counts. A person counts once in each population, in one quarter.</summary>
public enum Population
{
    /// <summary>Every distinct person; quarter of identification, else of registration.</summary>
    Victims,

    /// <summary>Persons with at least one service; quarter of the service, else of registration.</summary>
    Assisted,

    /// <summary>Persons with a permit decision that is known and not "none"; quarter of the permit, else of registration.</summary>
    Permits,

    /// <summary>Persons who were integrated, returned, resettled or left; quarter of the return, else of registration.</summary>
    Returns,
}
