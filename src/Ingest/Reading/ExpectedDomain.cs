using System.Globalization;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Says what a column may hold, from the profile and the code list alone.</summary>
internal static class ExpectedDomain
{
    private const int MostCodesListed = 14;

    public static Label? Of(RuleCode rule, ProfileColumn? column, ProfileFile? profile, CodeLists lists)
    {
        if (column is null || profile is null)
        {
            return null;
        }

        return rule switch
        {
            RuleCode.CodeUnknown => Codes(lists[ColumnTargets.ListOf(column.To)]),
            RuleCode.AnswerUnknown => Same(string.Join(", ", profile.Yes.Concat(profile.No))),
            RuleCode.DateInvalid => Same(string.Join(", ", column.Formats ?? profile.DateFormats)),
            RuleCode.AgeInvalid => Same("0-110"),
            _ => null,
        };
    }

    public static Label Codes(CodeList list) => list.Codes.Count <= MostCodesListed
        ? new Label(string.Join(", ", list.Codes.Select(code => code.Label.Tr)), string.Join(", ", list.Codes.Select(code => code.Label.En)))
        : new Label(
            string.Create(CultureInfo.InvariantCulture, $"{list.Label.Tr} listesi ({list.Codes.Count} kod)"),
            string.Create(CultureInfo.InvariantCulture, $"list {list.Label.En} ({list.Codes.Count} codes)"));

    private static Label Same(string text) => new(text, text);
}
