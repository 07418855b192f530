using Ingest.Cases;
using Ingest.Profiles;
using Ingest.Pseudonymise;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Puts accepted drafts into batches and passes full batches on.</summary>
/// <param name="lists">The code lists.</param>
/// <param name="primary">Chooses the form and sector of a case.</param>
/// <param name="forKeys">Whether the sink makes keys, so that it needs case numbers and names.</param>
/// <param name="sink">Takes the batches.</param>
internal sealed class CaseWriter(CodeLists lists, PrimaryCodes primary, bool forKeys, ICaseSink sink)
{
    /// <summary>Bytes; no longer name is folded.</summary>
    private const int LongestName = NameFold.LongestName * 3;

    private readonly CaseBatch batch = new();
    private readonly CodeList citizenship = lists["citizenship"];
    private readonly byte legalBasis = checked((byte)lists["consent"].IndexOf("LEG"));
    private readonly byte consentGiven = checked((byte)lists["consent"].IndexOf("YES"));

    /// <summary>Adds a case and says whether it names sectors of which none fits its form.</summary>
    public bool Add(RowDraft draft, PersonFacts person, bool byConsent)
    {
        int row = batch.Count;
        batch.SourceRow[row] = draft.Row;
        (byte form, byte sector, bool unfitting) = primary.Choose(draft.Set(ColumnTarget.Forms), draft.Set(ColumnTarget.Sectors));
        batch.Codes(CaseColumn.Form)[row] = form;
        batch.Codes(CaseColumn.Sector)[row] = sector;
        batch.Codes(CaseColumn.Group)[row] = person.Group;
        batch.Codes(CaseColumn.Age)[row] = person.Age;
        batch.Codes(CaseColumn.Status)[row] = draft.Code(ColumnTarget.Status);
        batch.Codes(CaseColumn.Citizenship)[row] = draft.Code(ColumnTarget.Citizenship);
        batch.Codes(CaseColumn.Province)[row] = draft.Code(ColumnTarget.Region);
        batch.Codes(CaseColumn.Referral)[row] = draft.Code(ColumnTarget.Referral);
        batch.Codes(CaseColumn.DecidedBy)[row] = draft.Code(ColumnTarget.DecidedBy);
        batch.Codes(CaseColumn.Permit)[row] = draft.Code(ColumnTarget.Permit);
        batch.Codes(CaseColumn.Outcome)[row] = draft.Code(ColumnTarget.Outcome);
        batch.Codes(CaseColumn.Consent)[row] = byConsent ? consentGiven : legalBasis;

        batch.Sets(SetColumn.Forms)[row] = With(draft.Set(ColumnTarget.Forms), primary.FormsNotInSet, form);
        batch.Sets(SetColumn.Sectors)[row] = With(draft.Set(ColumnTarget.Sectors), primary.SectorsNotInSet, sector);
        batch.Sets(SetColumn.Means)[row] = draft.Set(ColumnTarget.Means).Packed;
        batch.Sets(SetColumn.Services)[row] = draft.Set(ColumnTarget.Services).Packed;

        batch.YearOnly[row] = 0;
        Put(row, PeriodColumn.Registered, draft.Date(ColumnTarget.Registered));
        Put(row, PeriodColumn.Identified, draft.Date(ColumnTarget.Identified));
        Put(row, PeriodColumn.ServiceDate, draft.Date(ColumnTarget.Service));
        Put(row, PeriodColumn.PermitDate, draft.Date(ColumnTarget.PermitDate));
        Put(row, PeriodColumn.ReturnDate, draft.Date(ColumnTarget.Return));
        if (forKeys)
        {
            PutTexts(draft);
        }

        batch.Count = row + 1;
        if (batch.Count == CaseBatch.Capacity || batch.Texts.IsFull)
        {
            Flush();
        }

        return unfitting;
    }

    /// <summary>Passes on what is left.</summary>
    public void Flush()
    {
        if (batch.Count > 0)
        {
            sink.Accept(batch);
            batch.Texts.Wipe();
            batch.Count = 0;
        }
    }

    private void Put(int row, PeriodColumn column, DateCell date)
    {
        batch.Periods(column)[row] = date.Quarter;
        if (date.Precision == DatePrecision.Year)
        {
            batch.YearOnly[row] |= (byte)(1 << (int)column);
        }
    }

    /// <summary>A set without what is no member of one, and with the primary code that the links gave it.</summary>
    private static ulong With(CodeSequence set, ulong notMembers, byte primary)
    {
        ulong packed = set.Packed;
        ulong members = packed & MissingCode.CodeBits & ~notMembers;
        members |= primary == MissingCode.NotCollected ? 0 : (1UL << primary) & ~notMembers;
        if (members != 0)
        {
            return members;
        }

        return (packed & MissingCode.CodeBits) != 0 ? MissingCode.UnknownSet : packed;
    }

    private void PutTexts(RowDraft draft)
    {
        if (IsMatchable(draft))
        {
            batch.Texts.Add(draft.CaseNumber, draft.Name, draft.Date(ColumnTarget.Birth).Year);
        }
        else
        {
            batch.Texts.Add(draft.CaseNumber, name: [], birthYear: 0);
        }
    }

    /// <summary>Whether there is a name, and what stands beside it in the match key is known.</summary>
    private bool IsMatchable(RowDraft draft)
    {
        byte country = draft.Code(ColumnTarget.Citizenship);
        return draft.Name.Length is > 0 and <= LongestName && draft.Date(ColumnTarget.Birth).IsKnown
            && country != MissingCode.NotCollected && country != citizenship.NotCollectedAs;
    }
}
