using Dapper;
using Host.Outcomes;
using Microsoft.Data.Sqlite;
using Publication.Releases;

namespace Host.Workflow;

/// <summary>Quarters of which nothing will be published. What may be omitted is the database's own rule (triggers); this class gives its refusals their names.</summary>
internal sealed class OmissionTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Decides, for ever, that nothing of a quarter is published.</summary>
    public Outcome<Done> Add(ReleasePeriod quarter, string reason, string user)
    {
        var period = quarter.ToString();
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        try
        {
            connection.Execute(
                "INSERT INTO omissions (period, omitted_by, omitted_at, reason) VALUES (@period, @user, @at, @reason)",
                new { period, user, at = Instant.Write(clock.GetUtcNow()), reason },
                transaction);
        }
        catch (SqliteException exception) when (Refusal.OfOmission(exception, period) is { } refused)
        {
            transaction.Rollback();
            audit.Record(user, "omit-refused", period);
            return refused;
        }

        audit.Record(connection, transaction, user, "omit", period);
        transaction.Commit();
        return Done.Value;
    }

    public bool Has(ReleasePeriod quarter) => Find(quarter) is not null;

    public OmissionRow? Find(ReleasePeriod quarter) => All().FirstOrDefault(o => string.Equals(o.Period, quarter.ToString(), StringComparison.Ordinal));

    /// <summary>In order of their quarters.</summary>
    public IReadOnlyList<OmissionRow> All()
    {
        using var connection = database.Connect();
        return [.. connection.Query<OmissionRow>("SELECT period AS Period, omitted_by AS OmittedBy, omitted_at AS OmittedAt FROM omissions ORDER BY period")];
    }
}
