using System.Globalization;

namespace Host.Quarters;

/// <summary>One thing that a checklist found.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">Partner or table; empty for the draft itself.</param>
/// <param name="Arguments">Of its sentence: names, counts and shares.</param>
internal sealed record ChecklistItem(ChecklistKind Kind, string Subject, params object[] Arguments)
{
    /// <summary>Name under which notes are kept.</summary>
    public string Id => Subject.Length == 0 ? Kind.ToString() : $"{Kind}/{Subject}";

    /// <summary>No note helps: something has to be done.</summary>
    public bool IsFinal => Kind is ChecklistKind.Outdated or ChecklistKind.Held or ChecklistKind.MethodRefused or ChecklistKind.CommentaryBroken;

    /// <summary>Nobody can approve before there is a note. What is left out for want of figures stands in the bulletin itself; many an installation gathers none.</summary>
    public bool NeedsNote => !IsFinal && Kind is not ChecklistKind.IncompleteIndicators;

    /// <summary>An error until a note is written; all others are warnings, or final.</summary>
    public bool IsErrorWithoutNote => Kind is ChecklistKind.MissingLarge;

    /// <summary>The same text for the same finding, whatever the language.</summary>
    public string Canonical => string.Join('\n', Arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)).Prepend(Id));
}
