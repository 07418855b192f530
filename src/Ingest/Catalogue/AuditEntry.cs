namespace Ingest.Catalogue;

/// <summary>One link of the audit chain: who did what to which thing. Subjects are ids and details are codes, never case data.</summary>
public sealed record AuditEntry(long Entry, DateTimeOffset At, string Actor, string Action, string Subject, string Detail);
