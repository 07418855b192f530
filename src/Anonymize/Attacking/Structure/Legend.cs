using System.Text.RegularExpressions;

namespace Anonymize.Attacking.Structure;

/// <summary>What the notes of a file say about its marks: only whether a figure is kept back, does not exist, or is zero.</summary>
internal sealed partial class Legend
{
    private static readonly (string[] Words, ContentKind Kind)[] Meanings =
    [
        (["suppress", "confiden", "hidden", "disclos", "protect", "withheld", "gizl", "saklan", "koru", "bastır"], ContentKind.Hidden),
        (["not applicable", "cannot occur", "uygulan"], ContentKind.NotApplicable),
        (["not available", "no data", "unavailable", "mevcut değil", "veri yok", "bilgi yok", "combined differently", "farklı birleş"], ContentKind.NotAvailable),
        (["nil", "zero", "sıfır"], ContentKind.Number),
    ];

    private readonly Dictionary<string, ContentKind> _meanings = new(StringComparer.Ordinal);

    public static Legend Of(IEnumerable<string> texts)
    {
        var legend = new Legend();
        foreach (var text in texts)
        {
            if (Entry().Match(text) is { Success: true } entry && Meaning(entry.Groups["t"].Value) is { } kind)
            {
                legend._meanings.TryAdd(entry.Groups["m"].Value.Trim().ToLowerInvariant(), kind);
            }
        }

        return legend;
    }

    /// <summary>The cell as the legend has it.</summary>
    public Content Read(Content cell) =>
        cell.Kind is ContentKind.Hidden or ContentKind.NotApplicable or ContentKind.NotAvailable
        && (_meanings.TryGetValue(cell.Text.Trim().ToLowerInvariant(), out var kind) || _meanings.TryGetValue(ContentReader.Bare(cell.Text), out kind))
            ? cell with { Kind = kind, Value = 0 }
            : cell;

    /// <summary>The first meaning that the text names: "hidden to protect persons; it may be zero" is about hiding.</summary>
    private static ContentKind? Meaning(string text)
    {
        var folded = LabelText.Folded(text);
        return Meanings.SelectMany(m => m.Words.Select(w => (At: folded.IndexOf(LabelText.Folded(w), StringComparison.Ordinal), m.Kind)))
            .Where(m => m.At >= 0).OrderBy(m => m.At).Select(m => (ContentKind?)m.Kind).FirstOrDefault();
    }

    // "[c]: hidden", "x = not available", "The mark [c] means that", "Note: c is hidden", ".. denotes nil".
    [GeneratedRegex(@"^(?:notes?:? |not:? |symbols?:? |the (?:mark|symbol) |a )?(?<m>[\[(][^\])]{1,10}[\])]|[-–—.…*:#†]{1,3}|[a-zA-Z])['""”]?\s?(?:[:=–-]|means?|denotes?|indicates?|is |are |işareti|simgesi)\s?(?<t>.{3,})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Entry();
}
