using Host.Composition;
using Host.Outcomes;
using Ingest.Catalogue;
using Ingest.Intake;
using Publication.Releases;

namespace Host.Doors;

/// <summary>Takes a partner's word that it had no case in a quarter, whichever way it is given.</summary>
internal static class NilReturnDoor
{
    /// <param name="desk">The store, and what day it is.</param>
    /// <param name="partner">Who says so.</param>
    /// <param name="text">The quarter, <c>2025-Q3</c>.</param>
    /// <param name="actor">Who entered it.</param>
    public static Outcome<NilReturn> Report(ReleaseDesk desk, PartnerId partner, string? text, string actor)
    {
        if (!ReleasePeriod.TryParse(text, out var quarter) || quarter.IsYear)
        {
            return new Failure(ExitCode.WrongUsage, "QuarterWrong");
        }

        // Nobody knows before its end what a quarter brings.
        if (desk.Installation.Calendar.DayOf(desk.Installation.Clock.GetUtcNow()) <= quarter.End)
        {
            return new Failure(ExitCode.Conflict, "QuarterRuns", quarter.ToString());
        }

        var reported = desk.Store.ReportNothing(partner, quarter.ToString(), actor);
        return reported.TryGet(out var given) ? given : StoreFailures.Of(reported.Failure!.Value);
    }
}
