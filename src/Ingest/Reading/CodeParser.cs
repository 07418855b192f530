using System.Text;
using Ingest.Catalogue;
using Ingest.Gate;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>
/// Understands a cell of codes: the partner's own spellings first, then words for missing, then the code list. A cell of several values
/// is split so that the longest known label wins, because labels hold their own separators: HTCDS joins with <c>"; "</c> and has
/// <c>"; "</c> inside the label of domestic work.
/// </summary>
internal sealed class CodeParser
{
    /// <summary>No list has labels for more; the search for the longest label is quadratic in the parts.</summary>
    private const int MostParts = 64;

    private readonly CodeList list;
    private readonly Dictionary<string, byte[]> map = new(StringComparer.Ordinal);
    private readonly WordSet missing;
    private readonly WordSet notCollected;
    private readonly string[] separators;

    public CodeParser(CodeList list, ProfileFile profile, ProfileColumn column, IReadOnlyList<PartnerWord> words)
    {
        this.list = list;
        missing = new WordSet(profile.Missing);
        notCollected = new WordSet(profile.NotCollected);
        separators = [.. column.Separators];
        foreach ((string label, string codes) in column.Map)
        {
            map[LabelFold.Fold(label)] =
                [.. codes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => (byte)list.IndexOf(code.Trim()))];
        }

        // A code that a list has no longer leaves its word unknown, so that the partner is asked again.
        foreach (PartnerWord word in words.Where(word => word.Variable == list.Variable && list.IndexOf(word.Code) >= 0))
        {
            map[LabelFold.Fold(word.Word)] = [(byte)list.IndexOf(word.Code)];
        }
    }

    public CodeCell Parse(ReadOnlySpan<byte> utf8)
    {
        string text = Encoding.UTF8.GetString(utf8).Trim();
        string folded = LabelFold.Fold(text);
        if (TryFind(folded, out CodeCell? cell))
        {
            return cell;
        }

        List<byte>? codes = separators.Length > 0 ? Split(text) : null;
        if (codes is not null)
        {
            return CodeCell.Of([.. codes.Distinct()]);
        }

        RuleCode identifier = IdentifierScan.Find(text);
        return CodeCell.Wrong(identifier is RuleCode.None ? RuleCode.CodeUnknown : identifier);
    }

    private bool TryFind(string folded, out CodeCell cell)
    {
        if (map.TryGetValue(folded, out byte[]? mapped))
        {
            cell = CodeCell.Of(mapped);
        }
        else if (folded.Length == 0 || missing.Contains(folded))
        {
            cell = CodeCell.Unknown;
        }
        else if (notCollected.Contains(folded))
        {
            cell = CodeCell.NotCollected;
        }
        else if (list.TryFindFolded(folded, out byte code))
        {
            cell = CodeCell.Of([code]);
        }
        else
        {
            cell = CodeCell.Unknown;
            return false;
        }

        return true;
    }

    /// <summary>The codes of a cell of several values, or none where a part is no known label.</summary>
    private List<byte>? Split(string text)
    {
        List<Range> parts = Parts(text);
        if (parts.Count > MostParts)
        {
            return null;
        }

        var codes = new List<byte>();
        for (int first = 0; first < parts.Count;)
        {
            int taken = 0;
            for (int last = parts.Count - 1; last >= first && taken == 0; last--)
            {
                // The text between two parts, separators included: they may belong to a label.
                string folded = LabelFold.Fold(text[parts[first].Start..parts[last].End]);
                if (folded.Length == 0 ? last == first : TryAdd(folded, codes))
                {
                    taken = last - first + 1;
                }
            }

            if (taken == 0)
            {
                return null;
            }

            first += taken;
        }

        return codes;
    }

    private List<Range> Parts(string text)
    {
        var parts = new List<Range>();
        int start = 0;
        for (int at = 0; at < text.Length;)
        {
            string? separator = Array.Find(separators, s => string.CompareOrdinal(text, at, s, 0, s.Length) == 0);
            if (separator is null)
            {
                at++;
                continue;
            }

            parts.Add(start..at);
            at += separator.Length;
            start = at;
        }

        parts.Add(start..text.Length);
        return parts;
    }

    private bool TryAdd(string folded, List<byte> codes)
    {
        if (!TryFind(folded, out CodeCell cell))
        {
            return false;
        }

        codes.AddRange(cell.Codes);
        return true;
    }
}
