using Publication.Tables;
using Reports.Bulletins;

namespace Reports.Wording;

/// <summary>Names of rows, fit for the head of a row or the middle of a sentence.</summary>
internal static class RowLabels
{
    /// <summary>As a row's head: first letter large; a pooled row names its members, the later ones in small letters unless they are places.</summary>
    public static string Of(Axis axis, AxisRow row, BulletinAxis? declared, Language language) =>
        Letters.Capitalised(InSentence(axis, row, declared, language), language);

    /// <summary>The same inside a sentence.</summary>
    public static string InSentence(Axis axis, AxisRow row, BulletinAxis? declared, Language language)
    {
        var isProper = declared?.HasProperNames ?? false;
        return string.Join(", ", Names(axis, row).Select(n => isProper ? n.In(language) : Letters.Uncapitalised(n.In(language), language)));
    }

    private static IEnumerable<Text> Names(Axis axis, AxisRow row)
    {
        var isNamedByMembers = row.Members.Count > 1 && string.Equals(row.Code, string.Join('+', row.Members), StringComparison.Ordinal);
        if (!isNamedByMembers)
        {
            return [row.Label];
        }

        // In the order in which the classification prints them, not in that of their codes.
        return axis.Declared.Where(d => row.Members.Contains(d.Code, StringComparer.Ordinal)).Select(d => d.Label);
    }
}
