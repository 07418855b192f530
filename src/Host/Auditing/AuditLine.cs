using System.Globalization;
using Ingest.Catalogue;

namespace Host.Auditing;

/// <summary>One entry of a chain as auditors read it: ids and codes, no number of records.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">Code of what was done.</param>
/// <param name="Subject">Id of what it was done to; empty where the chain keeps a number of records there.</param>
internal sealed record AuditLine(long Number, DateTimeOffset At, string Actor, string Action, string Subject)
{
    /// <summary>Their subject is how many records went.</summary>
    private static readonly string[] Counting = ["consents-carried-out", "consents-replayed"];

    public static AuditLine Of(Workflow.AuditRow row) => new(
        row.Seq, Workflow.Instant.Read(row.At), row.Actor, row.Action, Counting.Contains(row.Action, StringComparer.Ordinal) ? "" : row.Subject);

    /// <summary>Details of the case store's chain stay there: some of them are numbers of records.</summary>
    public static AuditLine Of(AuditEntry entry) => new(entry.Entry, entry.At, entry.Actor, entry.Action, entry.Subject);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Action}");
}
