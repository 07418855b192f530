using Ingest.Cases;
using Ingest.Schema;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>Finds what a requested column is made from.</summary>
internal static class CountColumns
{
    public const string QuarterVariable = "quarter";
    private const string YearLevel = "year";

    /// <exception cref="ArgumentException">An unknown variable or level, or a variable twice.</exception>
    public static IReadOnlyList<GatheredColumn> Resolve(IReadOnlyList<CountColumn> columns, Codebook codebook)
    {
        if (columns.Select(column => column.Variable).Distinct(StringComparer.Ordinal).Count() != columns.Count)
        {
            throw new ArgumentException("A variable is requested twice.", nameof(columns));
        }

        return [.. columns.Select(column => Resolve(column, codebook))];
    }

    private static GatheredColumn Resolve(CountColumn column, Codebook codebook)
    {
        if (string.Equals(column.Variable, QuarterVariable, StringComparison.Ordinal))
        {
            return new GatheredQuarters(column.Variable, years: column.Level switch
            {
                CodeList.LeafLevel => false,
                YearLevel => true,
                _ => throw Unknown(column),
            });
        }

        return column.Variable switch
        {
            "sectors" => Sets(column, SetColumn.Sectors, codebook),
            "forms" => Sets(column, SetColumn.Forms, codebook),
            "means" => Sets(column, SetColumn.Means, codebook),
            "services" => Sets(column, SetColumn.Services, codebook),
            "status" => Codes(column, CaseColumn.Status, codebook),
            "sector" => Codes(column, CaseColumn.Sector, codebook),
            "form" => Codes(column, CaseColumn.Form, codebook),
            "group" => Codes(column, CaseColumn.Group, codebook),
            "age" => Codes(column, CaseColumn.Age, codebook),
            "citizenship" => Codes(column, CaseColumn.Citizenship, codebook),
            "region" => Codes(column, CaseColumn.Province, codebook),
            "referral" => Codes(column, CaseColumn.Referral, codebook),
            "decidedBy" => Codes(column, CaseColumn.DecidedBy, codebook),
            "permit" => Codes(column, CaseColumn.Permit, codebook),
            "outcome" => Codes(column, CaseColumn.Outcome, codebook),
            _ => throw Unknown(column),
        };
    }

    private static GatheredCodes Codes(CountColumn column, CaseColumn source, Codebook codebook) =>
        new(column.Variable, source, codebook.ListOf(source), LevelOf(column, codebook.ListOf(source)));

    private static GatheredSets Sets(CountColumn column, SetColumn source, Codebook codebook) =>
        new(column.Variable, source, codebook.ListOf(source), LevelOf(column, codebook.ListOf(source)));

    private static CodeLevel? LevelOf(CountColumn column, CodeList list) =>
        string.Equals(column.Level, CodeList.LeafLevel, StringComparison.Ordinal) ? null : list.FindLevel(column.Level) ?? throw Unknown(column);

    private static ArgumentException Unknown(CountColumn column) => new($"There is no variable {column.Variable} with a level {column.Level}.");
}
