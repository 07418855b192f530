using Ingest.Catalogue;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Makes the column readers for one file. What is not to be kept gets no reader, so its cells are never looked at.</summary>
internal sealed class ColumnBinder(CodeLists lists, short lastQuarter, IReadOnlyList<PartnerWord> words)
{
    public IReadOnlyList<BoundColumn> Bind(BoundHeading heading, bool serialDates, FindingLog findings)
    {
        ProfileFile profile = heading.Profile.File;
        var flags = new FlagParser(profile);
        var columns = new List<BoundColumn>();
        for (int i = 0; i < heading.ColumnOf.Length; i++)
        {
            if (heading.ColumnOf[i] < 0)
            {
                if (heading.Headed[i])
                {
                    findings.Add(RuleCode.ColumnUnmapped, 0, i);
                }

                continue;
            }

            ProfileColumn column = heading.Profile.Columns[heading.ColumnOf[i]];
            if (Reader(i, column, profile, flags, serialDates) is { } reader)
            {
                columns.Add(reader);
            }

            if (column.Use is ColumnUse.FreeText)
            {
                findings.Add(RuleCode.ColumnFreeText, 0, i);
            }
            else if (column.Use is ColumnUse.Identifier)
            {
                findings.Add(RuleCode.ColumnIdentifier, 0, i);
            }
        }

        return columns;
    }

    private BoundColumn? Reader(int index, ProfileColumn column, ProfileFile profile, FlagParser flags, bool serialDates) =>
        column.Use switch
        {
            ColumnUse.CaseNumber => new CaseNumberColumn(index, column),
            ColumnUse.PersonName => new NameColumn(index, column),
            ColumnUse.Date => new DateColumn(index, column, new DateParser(profile, column, serialDates, lastQuarter)),
            ColumnUse.Age => new AgeColumn(index, column, profile),
            ColumnUse.Code => new CodeColumn(index, column, new CodeParser(List(column), profile, column, words), List(column)),
            ColumnUse.Set => new SetColumnReader(index, column, new CodeParser(List(column), profile, column, words)),
            ColumnUse.Flag => new FlagColumn(index, column, flags, lists),
            ColumnUse.Consent => new ConsentColumn(index, column, flags),
            ColumnUse.Identifier when column.RefuseFilled => new EmptyColumn(index, column),
            ColumnUse.Identifier or ColumnUse.FreeText or ColumnUse.Ignore => null,
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };

    private CodeList List(ProfileColumn column) => lists[ColumnTargets.ListOf(column.To)];
}
