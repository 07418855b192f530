using Dapper;

namespace Host.Workflow;

/// <summary>Due slots: the truth about what had to run. A job store may forget; this table is asked at every tick.</summary>
internal sealed class SlotTable(WorkflowDatabase database, TimeProvider clock)
{
    private const string Columns =
        "slot_id AS SlotId, kind AS Kind, subject AS Subject, due_at AS DueAt, started_at AS StartedAt, finished_at AS FinishedAt, outcome AS Outcome, attempts AS Attempts";

    public void Require(string kind, string subject, DateTimeOffset dueAt)
    {
        using var connection = database.Connect();
        connection.Execute(
            "INSERT INTO due_slots (slot_id, kind, subject, due_at) VALUES (@slotId, @kind, @subject, @dueAt) ON CONFLICT (slot_id) DO NOTHING",
            new { slotId = $"{kind}/{subject}", kind, subject, dueAt = Instant.Write(dueAt) });
    }

    /// <summary>Slots that are due and not finished, oldest first.</summary>
    public IReadOnlyList<SlotRow> Due()
    {
        using var connection = database.Connect();
        return
        [
            .. connection.Query<SlotRow>(
                $"SELECT {Columns} FROM due_slots WHERE due_at <= @now AND finished_at IS NULL ORDER BY due_at, slot_id", new { now = Instant.Write(clock.GetUtcNow()) }),
        ];
    }

    public IReadOnlyList<SlotRow> All()
    {
        using var connection = database.Connect();
        return [.. connection.Query<SlotRow>($"SELECT {Columns} FROM due_slots ORDER BY due_at, slot_id")];
    }

    public SlotRow? Find(string slotId)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<SlotRow>($"SELECT {Columns} FROM due_slots WHERE slot_id = @slotId", new { slotId });
    }

    public void Begin(string slotId)
    {
        using var connection = database.Connect();
        connection.Execute(
            "UPDATE due_slots SET started_at = @now, attempts = attempts + 1 WHERE slot_id = @slotId AND finished_at IS NULL",
            new { slotId, now = Instant.Write(clock.GetUtcNow()) });
    }

    /// <summary>Ends a slot for good, or (not finished) leaves it to the next tick with the code of what stood in its way.</summary>
    public void End(string slotId, string outcome, bool finished)
    {
        using var connection = database.Connect();
        connection.Execute(
            "UPDATE due_slots SET outcome = @outcome, finished_at = @at WHERE slot_id = @slotId AND finished_at IS NULL",
            new { slotId, outcome, at = finished ? Instant.Write(clock.GetUtcNow()) : null });
    }
}
