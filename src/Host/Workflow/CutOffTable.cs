using System.Globalization;
using Dapper;
using Host.Outcomes;
using Microsoft.Data.Sqlite;
using Publication.Releases;

namespace Host.Workflow;

/// <summary>Later cut-off days that analysts set. What may be is the database's own rule (triggers); this class gives its refusals their names.</summary>
internal sealed class CutOffTable(WorkflowDatabase database, AuditTrail audit, TimeProvider clock)
{
    public Outcome<Done> Set(ReleasePeriod quarter, DateOnly day, string reason, string analyst)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var cutOff = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        try
        {
            connection.Execute(
                "INSERT INTO cut_offs (quarter, number, cut_off, reason, set_by, set_at) "
                + "VALUES (@quarter, (SELECT coalesce(max(number), 0) + 1 FROM cut_offs WHERE quarter = @quarter), @cutOff, @reason, @analyst, @at)",
                new { quarter = quarter.ToString(), cutOff, reason, analyst, at = Instant.Write(clock.GetUtcNow()) },
                transaction);
        }
        catch (SqliteException exception) when (Refused(exception, quarter) is { } refused)
        {
            transaction.Rollback();
            audit.Record(analyst, "cut-off-refused", quarter.ToString());
            return refused;
        }

        audit.Record(connection, transaction, analyst, "cut-off", $"{quarter} {cutOff}");
        transaction.Commit();
        return Done.Value;
    }

    /// <summary>The day that counts of each quarter that has one.</summary>
    public IReadOnlyList<CutOffRow> All()
    {
        using var connection = database.Connect();
        return
        [
            .. connection.Query<CutOffRow>(
                "SELECT quarter AS Quarter, cut_off AS CutOff, reason AS Reason, set_by AS SetBy FROM cut_offs c "
                + "WHERE number = (SELECT max(number) FROM cut_offs WHERE quarter = c.quarter) ORDER BY quarter"),
        ];
    }

    private static Failure? Refused(SqliteException exception, ReleasePeriod quarter) => Refusal.NameOf(exception) switch
    {
        "analyst-role" => new Failure(ExitCode.NotPermitted, "RoleMissing", "analyst"),
        "quarter-fixed" => new Failure(ExitCode.Conflict, "QuarterFixed", quarter.ToString()),
        "cut-off-later" => new Failure(ExitCode.Conflict, "CutOffLater", quarter.ToString()),
        _ => null,
    };
}
