namespace Host.Workflow;

/// <summary>An entry of the audit chain.</summary>
/// <param name="Seq">From 1.</param>
/// <param name="At">When, as <see cref="Instant"/> writes it.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">Code of what was done.</param>
/// <param name="Subject">Id, date or number; nothing of a case.</param>
/// <param name="Previous">Link of the entry before.</param>
/// <param name="Link">Keyed code over all of it.</param>
internal sealed record AuditRow(long Seq, string At, string Actor, string Action, string Subject, string Previous, string Link);
