using System.Globalization;
using Dapper;
using Host.Outcomes;
using Host.Recovery;
using Microsoft.Data.Sqlite;
using Publication.Releases;

namespace Host.Workflow;

/// <summary>Releases that were entered again after an older backup: ledger, publication and a draft that stands for the one that is lost. All of them, or none.</summary>
internal sealed class RebuiltTable(WorkflowDatabase database, LedgerTable ledger, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Quarters among them, whose records may have been lost as well.</summary>
    public IReadOnlySet<string> Quarters()
    {
        using var connection = database.Connect();
        return connection.Query<string>("SELECT release_id FROM rebuilt_releases").Select(id => id[..id.IndexOf('.', StringComparison.Ordinal)])
            .Where(p => ReleasePeriod.TryParse(p, out var period) && !period.IsYear).ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="releases">In the order in which they were published.</param>
    /// <param name="codeOf">Keyed code (hex) of a content.</param>
    /// <param name="user">The operator.</param>
    public Outcome<Done> Add(IReadOnlyList<ForgottenRelease> releases, Func<ReleaseContent, string> codeOf, string user)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var now = clock.GetUtcNow();
        try
        {
            foreach (var release in releases)
            {
                Add(connection, transaction, release, codeOf(release.Content), user, now);
            }
        }
        catch (SqliteException exception) when (Refusal.NameOf(exception) is "operator-role")
        {
            transaction.Rollback();
            return new Failure(ExitCode.NotPermitted, "RoleMissing", "operator");
        }

        transaction.Commit();
        return Done.Value;
    }

    private void Add(SqliteConnection connection, SqliteTransaction transaction, ForgottenRelease release, string contentMac, string user, DateTimeOffset now)
    {
        var at = Instant.Write(now);
        connection.Execute("INSERT INTO rebuilt_releases (release_id, rebuilt_by, rebuilt_at) VALUES (@Id, @user, @at)", new { release.Id, user, at }, transaction);

        // A publication that the backup knows as begun is finished; else a draft stands for the lost one, in the place of any that waits.
        if (connection.Execute("UPDATE publications SET sealed_at = @at, completed_at = @at WHERE release_id = @Id", new { release.Id, at }, transaction) == 0)
        {
            connection.Execute("UPDATE drafts SET superseded_at = @at WHERE release_id = @Id AND superseded_at IS NULL", new { release.Id, at }, transaction);
            var number = connection.ExecuteScalar<int>("SELECT coalesce(max(number), 0) + 1 FROM drafts WHERE period = @period", new { period = release.Period.ToString() }, transaction);
            var draft = string.Create(CultureInfo.InvariantCulture, $"{release.Id}-d{number}");
            connection.Execute(
                "INSERT INTO drafts (draft_id, release_id, period, number, drafted_by, drafted_at, content_mac, publish_at) VALUES (@draft, @Id, @period, @number, @schedule, @at, @contentMac, @at)",
                new { draft, release.Id, period = release.Period.ToString(), number, schedule = Security.UserTable.Schedule, at, contentMac },
                transaction);
            connection.Execute(
                "INSERT INTO publications (release_id, draft_id, publisher, started_at, sealed_at, completed_at) VALUES (@Id, @draft, @user, @at, @at, @at)",
                new { release.Id, draft, user, at },
                transaction);
        }

        ledger.Append(connection, transaction, "release", release.Id, release.Sealed, now);
        audit.Record(connection, transaction, user, "ledger-rebuilt", release.Id);
    }
}
