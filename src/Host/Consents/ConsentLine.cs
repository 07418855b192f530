using System.Globalization;
using Host.Recovery;
using Host.Workflow;
using Ingest.Catalogue;
using Ingest.Intake;

namespace Host.Consents;

/// <summary>A withdrawn consent as a line of the journal.</summary>
internal static class ConsentLine
{
    private const string Day = "yyyy-MM-dd";

    public static IReadOnlyList<string> Of(ConsentMark mark) =>
    [
        mark.Partner.Value, mark.Mark, mark.WithdrawnOn.ToString(Day, CultureInfo.InvariantCulture), mark.Reason.ToString(), mark.RecordedBy, Instant.Write(mark.RecordedAt),
    ];

    /// <exception cref="FormatException">No line of this kind; its chain holds, so it is ours and a bug.</exception>
    public static ConsentMark Read(JournalEntry entry) => entry.Fields is [var partner, { Length: 64 } mark, var day, var reason, var by, var at]
        ? new ConsentMark(
            new ConsentId(long.Parse(entry.Subject.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)),
            new PartnerId(partner),
            mark,
            DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture),
            Enum.Parse<ConsentReason>(reason),
            by,
            Instant.Read(at))
        : throw new FormatException("A journal entry is no withdrawal of consent.");
}
