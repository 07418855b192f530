using Ingest.Cases;
using Ingest.Schema;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>Which records belong to a population, and which of their dates counts.</summary>
internal sealed class PopulationRule
{
    private static readonly string[] NoPermit = ["NON", "UNK"];
    private static readonly string[] Returned = ["INT", "RET", "THC", "LEF"];

    private readonly PeriodColumn own;
    private readonly Func<CaseBatch, int, bool> belongs;

    private PopulationRule(PeriodColumn own, Func<CaseBatch, int, bool> belongs)
    {
        this.own = own;
        this.belongs = belongs;
    }

    public static PopulationRule For(Population population, Codebook codebook) => population switch
    {
        Population.Victims => new(PeriodColumn.Identified, (_, _) => true),
        Population.Assisted => new(PeriodColumn.ServiceDate, (rows, row) => (rows.Sets(SetColumn.Services)[row] & MissingCode.CodeBits) != 0),
        Population.Permits => ByCode(PeriodColumn.PermitDate, CaseColumn.Permit, codebook, code => !NoPermit.Contains(code, StringComparer.Ordinal)),
        Population.Returns => ByCode(PeriodColumn.ReturnDate, CaseColumn.Outcome, codebook, code => Returned.Contains(code, StringComparer.Ordinal)),
        _ => throw new ArgumentOutOfRangeException(nameof(population)),
    };

    public bool Belongs(CaseBatch rows, int row) => belongs(rows, row);

    /// <summary>The quarter of the date that counts, <see cref="Quarter.None"/> if there is none or it is a year only.</summary>
    public short QuarterOf(CaseBatch rows, int row)
    {
        short quarter = rows.Periods(own)[row];
        if (quarter != Quarter.None && !rows.IsYearOnly(row, own))
        {
            return quarter;
        }

        // An identification known by its year only gives way to an exact registration; an event of its own date does not.
        bool registrationCounts = quarter == Quarter.None || own == PeriodColumn.Identified;
        return registrationCounts && !rows.IsYearOnly(row, PeriodColumn.Registered)
            ? rows.Periods(PeriodColumn.Registered)[row]
            : Quarter.None;
    }

    private static PopulationRule ByCode(PeriodColumn own, CaseColumn column, Codebook codebook, Func<string, bool> counts)
    {
        CodeList list = codebook.ListOf(column);
        bool[] belongs = new bool[256];
        for (int leaf = 0; leaf < list.Codes.Count; leaf++)
        {
            belongs[leaf] = counts(list.Codes[leaf].Code);
        }

        return new(own, (rows, row) => belongs[rows.Codes(column)[row]]);
    }
}
