using Host.Outcomes;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>
/// Writes what a person does to a draft, and the audit entry with it: both, or neither. A refusal of the database becomes a failure with a name, and is in the
/// audit trail as well.
/// </summary>
internal sealed class DraftWrite(WorkflowDatabase database, AuditTrail audit)
{
    /// <param name="draft">To which draft.</param>
    /// <param name="user">Who.</param>
    /// <param name="action">Name of the deed in the audit trail.</param>
    /// <param name="write">Does it.</param>
    /// <param name="subject">What the audit entry is about; the draft where none is given.</param>
    public Outcome<Done> Run(DraftRow draft, string user, string action, Action<SqliteConnection, SqliteTransaction> write, string? subject = null)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        try
        {
            write(connection, transaction);
        }
        catch (SqliteException exception) when (Refusal.Of(exception, draft) is { } refused)
        {
            transaction.Rollback();
            audit.Record(user, $"{action}-refused", draft.DraftId);
            return refused;
        }

        audit.Record(connection, transaction, user, action, subject ?? draft.DraftId);
        transaction.Commit();
        return Done.Value;
    }
}
