using Host.Outcomes;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>What a refusal of the workflow database means to the caller.</summary>
internal static class Refusal
{
    private const int ConstraintError = 19;

    /// <summary>The failure behind the error of a trigger; null where the error is no refusal.</summary>
    public static Failure? Of(SqliteException exception, DraftRow draft) => NameOf(exception) switch
    {
        "four-eyes" => new Failure(ExitCode.NotPermitted, "FourEyes", draft.DraftId),
        "approver-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "approver"),
        "discard-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "analyst, approver"),
        "analyst-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "analyst"),
        "publisher-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "publisher"),
        "officer-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "officer"),
        "methodologist-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "methodologist"),
        "reader-role" => new Failure(ExitCode.InvalidInput, "ReaderUnknown"),
        "held" => new Failure(ExitCode.Conflict, "ReleaseHeld", draft.ReleaseId),
        "held-already" => new Failure(ExitCode.Conflict, "HeldAlready", draft.ReleaseId),
        "hold-forward" => new Failure(ExitCode.NotPermitted, "RoleMissing", "officer"),
        "method-refused" => new Failure(ExitCode.Conflict, "MethodRefused", draft.DraftId),
        "named-already" => new Failure(ExitCode.Conflict, "ReaderNamed", draft.DraftId),
        "not-published" => new Failure(ExitCode.Conflict, "NotPublished", draft.ReleaseId),
        "withdrawn-already" => new Failure(ExitCode.Conflict, "ReleaseWithdrawn", draft.ReleaseId),
        "correction-bound" => new Failure(ExitCode.Conflict, "CorrectionChanged", draft.ReleaseId),
        "review-bound" => new Failure(ExitCode.Conflict, "ReviewChanged", draft.DraftId),
        "review-fixed" => new Failure(ExitCode.Conflict, "ReviewFixed", draft.DraftId),
        "two-persons" => new Failure(ExitCode.NotPermitted, "TwoPersons", draft.DraftId),
        "not-approved" => new Failure(ExitCode.NotPermitted, "NotApproved", draft.DraftId),
        "approval-bound" => new Failure(ExitCode.Conflict, "DraftSuperseded", draft.DraftId),
        "approved-already" => new Failure(ExitCode.Conflict, "ApprovedAlready", draft.DraftId),
        "early" => new Failure(ExitCode.Conflict, "PublishEarly", draft.ReleaseId, draft.PublishAt),
        "published-already" => new Failure(ExitCode.Conflict, "PublishedAlready", draft.DraftId),
        _ => null,
    };

    /// <summary>The same for the omission of a quarter.</summary>
    public static Failure? OfOmission(SqliteException exception, string period) => NameOf(exception) switch
    {
        "approver-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "approver"),
        "omitted-already" => new Failure(ExitCode.Conflict, "QuarterOmitted", period),
        "omission-drafted" => new Failure(ExitCode.Conflict, "QuarterDrafted", period),
        _ => null,
    };

    /// <summary>Name of the trigger that refused; null where the error is no refusal.</summary>
    public static string? NameOf(SqliteException exception) =>
        exception.SqliteErrorCode == ConstraintError && exception.Message.Split('\'') is { Length: >= 2 } parts ? parts[1] : null; // SQLite Error 19: 'four-eyes'.
}
