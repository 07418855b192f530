using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Rules between columns of one row.</summary>
internal sealed class CrossFieldRules(CodeLists lists)
{
    private readonly byte[] departures =
        [.. new[] { "RET", "THC", "LEF", "INT" }.Select(code => checked((byte)lists["outcome"].IndexOf(code)))];

    public void Check(RowDraft draft, DateCell registered, FindingLog findings)
    {
        if (!registered.IsKnown)
        {
            // A date that could not be read has been reported in its column.
            if (!draft.Faulty)
            {
                draft.Faulty |= findings.Add(RuleCode.DateMissing, draft.Row);
            }

            return;
        }

        DateCell returned = draft.Date(ColumnTarget.Return);
        if (!returned.IsKnown)
        {
            return;
        }

        if (!departures.Contains(draft.Code(ColumnTarget.Outcome)))
        {
            draft.Faulty |= findings.Add(RuleCode.ReturnDateWithoutReturn, draft.Row);
        }

        bool sameGrain = returned.Precision == DatePrecision.Day && registered.Precision == DatePrecision.Day;
        if (sameGrain ? returned.Day < registered.Day : returned.Year < registered.Year)
        {
            draft.Faulty |= findings.Add(RuleCode.ReturnBeforeRegistration, draft.Row);
        }
    }
}
