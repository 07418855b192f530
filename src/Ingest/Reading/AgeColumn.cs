using System.Globalization;
using System.Text;
using Ingest.Gate;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Completed years at registration, as a whole number; a decimal mark must be the profile's and be followed by zeros.</summary>
internal sealed class AgeColumn(int index, ProfileColumn column, ProfileFile profile) : BoundColumn(index, column)
{
    public const int Oldest = 110;

    private readonly WordSet missing = new([.. profile.Missing, .. profile.NotCollected]);
    private readonly char mark = profile.DecimalMark[0];

    private readonly TextCache<(int Years, RuleCode Problem)> cache = new();

    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        if (!cache.TryGet(cell, out (int Years, RuleCode Problem) read))
        {
            read = Parse(Encoding.UTF8.GetString(cell));
            cache.Add(cell, read);
        }

        draft.AgeYears = read.Years;
        return read.Problem;
    }

    private (int Years, RuleCode Problem) Parse(string text)
    {
        if (text.Length == 0 || missing.Contains(LabelFold.Fold(text)))
        {
            return (-1, RuleCode.None);
        }

        int end = text.IndexOf(mark, StringComparison.Ordinal);
        bool whole = end < 0 || text.AsSpan(end + 1).TrimEnd('0').IsEmpty;
        ReadOnlySpan<char> digits = end < 0 ? text : text.AsSpan(0, end);
        if (whole && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int years) && years <= Oldest)
        {
            return (years, RuleCode.None);
        }

        RuleCode identifier = IdentifierScan.Find(text);
        return (-1, identifier is RuleCode.None ? RuleCode.AgeInvalid : identifier);
    }
}
