using Ingest.Catalogue;

namespace Host.Cli.Verbs;

/// <summary>A nil return as JSON and as a line for people.</summary>
internal static class NilReturnDocument
{
    public static void Tell(VerbCall call, NilReturn given)
    {
        if (call.IsJson)
        {
            call.Terminal.Json(new
            {
                schemaVersion = 1,
                nilReturn = given.Id.ToString(),
                partner = given.Partner.Value,
                quarter = given.Quarter,
                reportedAt = Workflow.Instant.Write(given.ReportedAt),
                state = given.State,
            });
        }
        else
        {
            call.Terminal.Say(given.State == UploadState.Active ? "NilReturn" : "Withdrawn", given.Id, given.Partner, given.Quarter, Workflow.Instant.Write(given.ReportedAt));
        }
    }
}
