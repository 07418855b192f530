using Dapper;
using Host.Outcomes;
using Host.Workflow;
using Microsoft.Data.Sqlite;

namespace Host.Security;

/// <summary>Changes what a user may do, and shuts users out; there always is an operator.</summary>
internal sealed class RoleTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Gives a user other roles; open sessions end.</summary>
    public Outcome<Done> Set(string userId, IReadOnlyCollection<Role> roles, string? partner, string actor)
    {
        if (roles.Count == 0)
        {
            return new Failure(ExitCode.WrongUsage, "RoleNotGiven");
        }

        if (RolesTogether.Refused(roles, partner) is { } refused)
        {
            return refused;
        }

        return Change(userId, actor, "user-roles", (connection, transaction) =>
        {
            connection.Execute("DELETE FROM user_roles WHERE user_id = @userId", new { userId }, transaction);
            connection.Execute("UPDATE users SET partner = @partner WHERE user_id = @userId", new { userId, partner }, transaction);
            connection.Execute(
                "INSERT INTO user_roles (user_id, role) VALUES (@userId, @role)", roles.Distinct().Order().Select(r => new { userId, role = RoleName.Of(r) }), transaction);
        });
    }

    /// <summary>Shuts a user out; what the user did stays.</summary>
    public Outcome<Done> Disable(string userId, string actor) => Change(userId, actor, "user-disable", (connection, transaction) => connection.Execute(
        "UPDATE users SET disabled_at = @at WHERE user_id = @userId AND disabled_at IS NULL", new { userId, at = Instant.Write(clock.GetUtcNow()) }, transaction));

    private Outcome<Done> Change(string userId, string actor, string action, Action<SqliteConnection, SqliteTransaction> change)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM users WHERE user_id = @userId AND is_person = 1", new { userId }, transaction) == 0)
        {
            return new Failure(ExitCode.InvalidInput, "UserUnknown");
        }

        var before = Operators(connection, transaction);
        change(connection, transaction);
        if (before > 0 && Operators(connection, transaction) == 0)
        {
            return new Failure(ExitCode.Conflict, "LastOperator");
        }

        SessionTable.EndAll(connection, transaction, userId);
        audit.Record(connection, transaction, actor, action, userId);
        transaction.Commit();
        return Done.Value;
    }

    private static long Operators(SqliteConnection connection, SqliteTransaction transaction) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM users u JOIN user_roles r ON r.user_id = u.user_id AND r.role = 'operator' WHERE u.disabled_at IS NULL", transaction: transaction);
}
