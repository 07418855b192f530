using System.Globalization;
using Ingest.Cases;
using Ingest.Schema;

namespace Ingest.Tests.Reading;

/// <summary>Keeps every case, decoded: codes by name, NCL for not collected; sets joined by a blank; years alone as four digits.</summary>
internal sealed class CollectedCases(CodeLists lists) : ICaseSink
{
    public List<SomeCase> Cases { get; } = [];

    public void Accept(CaseBatch batch)
    {
        for (int row = 0; row < batch.Count; row++)
        {
            int at = row;
            Cases.Add(new SomeCase
            {
                Row = batch.SourceRow[row],
                CaseKey = Convert.ToHexString(batch.CaseKey(row)),
                MatchKey = Convert.ToHexString(batch.MatchKey(row)),
                Codes = Enum.GetValues<CaseColumn>().ToDictionary(c => c, c => Code(ListOf(c), batch.Codes(c)[at])),
                Sets = Enum.GetValues<SetColumn>().ToDictionary(c => c, c => Set(ListOf(c), batch.Sets(c)[at])),
                Periods = Enum.GetValues<PeriodColumn>().ToDictionary(c => c, c => Period(batch, at, c)),
            });
        }
    }

    private string Code(string variable, byte code) => code == MissingCode.NotCollected ? "NCL" : lists[variable].Codes[code].Code;

    private string Set(string variable, ulong set) => set switch
    {
        MissingCode.NotCollectedSet => "NCL",
        MissingCode.UnknownSet => "UNK",
        _ => string.Join(' ', lists[variable].Codes.Where((_, bit) => (set >> bit & 1) != 0).Select(code => code.Code)),
    };

    private static string Period(CaseBatch batch, int row, PeriodColumn column)
    {
        short packed = batch.Periods(column)[row];
        return packed == Quarter.None ? ""
            : batch.IsYearOnly(row, column) ? Quarter.YearOf(packed).ToString(CultureInfo.InvariantCulture)
            : Quarter.CodeOf(packed);
    }

    private static string ListOf(CaseColumn column) => column switch
    {
        CaseColumn.Province => "region",
        CaseColumn.DecidedBy => "decidedBy",
        _ => char.ToLowerInvariant(column.ToString()[0]) + column.ToString()[1..],
    };

    private static string ListOf(SetColumn column) => column switch
    {
        SetColumn.Sectors => "sector",
        SetColumn.Forms => "form",
        SetColumn.Means => "means",
        _ => "services",
    };
}
