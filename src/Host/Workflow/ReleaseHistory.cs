using Dapper;

namespace Host.Workflow;

/// <summary>Who drafted, submitted, approved and published what, and what else was done to it: ids, persons and moments, no figure and no words.</summary>
internal sealed class ReleaseHistory(WorkflowDatabase database)
{
    private const string Acts =
        """
        SELECT draft_id AS subject, 'Drafted' AS act, drafted_by AS person, drafted_at AS at FROM drafts
        UNION ALL SELECT draft_id, 'Submitted', submitted_by, submitted_at FROM submissions
        UNION ALL SELECT release_id, 'Held', held_by, held_at FROM holds
        UNION ALL SELECT release_id, 'HoldLifted', lifted_by, lifted_at FROM holds WHERE lifted_at IS NOT NULL
        UNION ALL SELECT draft_id, CASE opinion WHEN 'signed' THEN 'MethodSigned' WHEN 'refused' THEN 'MethodRefused' ELSE 'MethodLifted' END, given_by, given_at FROM opinions
        UNION ALL SELECT draft_id, 'Approved', approver, approved_at FROM approvals
        UNION ALL SELECT draft_id, 'Superseded', NULL, superseded_at FROM drafts d
                  WHERE superseded_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM discards WHERE draft_id = d.draft_id)
        UNION ALL SELECT draft_id, 'Discarded', discarded_by, discarded_at FROM discards
        UNION ALL SELECT period, 'Omitted', omitted_by, omitted_at FROM omissions
        UNION ALL SELECT draft_id, 'Published', publisher, sealed_at FROM publications WHERE sealed_at IS NOT NULL
        UNION ALL SELECT release_id, 'Rebuilt', rebuilt_by, rebuilt_at FROM rebuilt_releases
        UNION ALL SELECT release_id, 'Withdrawn', withdrawn_by, withdrawn_at FROM withdrawals
        UNION ALL SELECT release_id || ' #' || number, 'CorrectionWritten', written_by, written_at FROM corrections
        UNION ALL SELECT release_id || ' #' || number, 'CorrectionApproved', approver, approved_at FROM correction_approvals
        UNION ALL SELECT release_id || ' #' || number, 'CorrectionPublished', publisher, published_at FROM correction_publications
        """;

    /// <summary>In order of time.</summary>
    public IReadOnlyList<ReleaseStep> All()
    {
        using var connection = database.Connect();
        return
        [
            .. connection.Query<(string Subject, string Act, string? Person, string At)>(Acts)
                .Select(r => new ReleaseStep { Period = PeriodOf(r.Subject), Subject = r.Subject, Act = Enum.Parse<ReleaseAct>(r.Act), Person = r.Person, At = Instant.Read(r.At) })
                .OrderBy(s => s.At).ThenBy(s => s.Act).ThenBy(s => s.Subject, StringComparer.Ordinal),
        ];
    }

    // Ids begin with their period: 2025-Q4.1-d1, 2025.1, 2025-Q3.
    private static string PeriodOf(string subject) => subject.Split('.')[0];
}
