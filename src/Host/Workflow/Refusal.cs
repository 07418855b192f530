using Host.Outcomes;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>What a refusal of the workflow database means to the caller.</summary>
internal static class Refusal
{
    private const int ConstraintError = 19;

    /// <summary>The failure behind the error of a trigger; null where the error is no refusal.</summary>
    public static Failure? Of(SqliteException exception, DraftRow draft) => exception.SqliteErrorCode != ConstraintError ? null : Name(exception.Message) switch
    {
        "four-eyes" => new Failure(ExitCode.NotPermitted, "FourEyes", draft.DraftId),
        "approver-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "approver"),
        "discard-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "analyst, approver"),
        "two-persons" => new Failure(ExitCode.NotPermitted, "TwoPersons", draft.DraftId),
        "not-approved" => new Failure(ExitCode.NotPermitted, "NotApproved", draft.DraftId),
        "approval-bound" => new Failure(ExitCode.Conflict, "DraftSuperseded", draft.DraftId),
        "approved-already" => new Failure(ExitCode.Conflict, "ApprovedAlready", draft.DraftId),
        "early" => new Failure(ExitCode.Conflict, "PublishEarly", draft.ReleaseId, draft.PublishAt),
        "published-already" => new Failure(ExitCode.Conflict, "PublishedAlready", draft.DraftId),
        _ => null,
    };

    /// <summary>The same for the omission of a quarter.</summary>
    public static Failure? OfOmission(SqliteException exception, string period) => exception.SqliteErrorCode != ConstraintError ? null : Name(exception.Message) switch
    {
        "approver-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "approver"),
        "omitted-already" => new Failure(ExitCode.Conflict, "QuarterOmitted", period),
        "omission-drafted" => new Failure(ExitCode.Conflict, "QuarterDrafted", period),
        _ => null,
    };

    // SQLite gives: SQLite Error 19: 'four-eyes'.
    private static string Name(string message) => message.Split('\'') is { Length: >= 2 } parts ? parts[1] : "";
}
