namespace Ingest.Programme;

/// <summary>What a figure of an indicator counts; decides whether it is guarded as persons are.</summary>
public enum IndicatorSubject
{
    /// <summary>What the plan does: events, trainings, hours.</summary>
    Activities,

    /// <summary>People who took part and of whom the figure says nothing else: trained officials, an audience.</summary>
    Participants,

    /// <summary>Calls of people who sought help.</summary>
    Callers,

    /// <summary>Victims, or what was done for one of them.</summary>
    Victims,
}
