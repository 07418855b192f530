using Ingest.Counting;
using Ingest.Intake;
using Ingest.Schema;

namespace Ingest.Programme;

/// <summary>What must hold in the catalogue of indicators before anything is read or counted by it.</summary>
internal static class IndicatorCheck
{
    /// <exception cref="DataFileException">It does not.</exception>
    public static void Require(string file, IndicatorFile content, IReadOnlyList<CodeList> lists)
    {
        Require(content.SchemaVersion == 1, file, "unknown schemaVersion");
        Require(content.BaselineYear < content.TargetYear, file, "the baseline is before the target");
        Require(content.Headings is { Quarter.Count: > 0, Value.Count: > 0 }, file, "headings");

        string[] codes = [.. content.Indicators.Select(indicator => indicator.Code)];
        CodeList? list = lists.FirstOrDefault(l => l.Variable == IndicatorCatalogue.Variable);
        Require(list is not null && codes.Order(StringComparer.Ordinal).SequenceEqual(list.Codes.Select(c => c.Code).Order(StringComparer.Ordinal), StringComparer.Ordinal),
            file, "every code of the list of indicators once, and no other");
        foreach (IndicatorFile.IndicatorPart indicator in content.Indicators)
        {
            Require(file, indicator, lists);
        }

        foreach (IGrouping<string, IndicatorFile.IndicatorPart> population in content.Indicators.GroupBy(i => i.Population, StringComparer.Ordinal))
        {
            Require(file, population, lists);
        }
    }

    private static void Require(string file, IndicatorFile.IndicatorPart indicator, IReadOnlyList<CodeList> lists)
    {
        Label[] texts = [indicator.Activity, indicator.Unit, indicator.Source];
        Require(Array.TrueForAll(texts, t => !string.IsNullOrWhiteSpace(t.Tr) && !string.IsNullOrWhiteSpace(t.En)), file, $"{indicator.Code}: a text is missing");
        Require(indicator is { Baseline: >= 0, Target: > 0 }, file, $"{indicator.Code}: baseline or target");
        Require(indicator.By.All(v => v != IndicatorCatalogue.Variable && lists.Any(l => l.Variable == v)), file, $"{indicator.Code}: a breakdown without a code list");
        Require(indicator.By.Distinct(StringComparer.Ordinal).Count() == indicator.By.Count, file, $"{indicator.Code}: a breakdown twice");
        Require(indicator.Reporters.All(PartnerId.IsValid) && indicator.Reporters.Distinct(StringComparer.Ordinal).Count() == indicator.Reporters.Count, file, $"{indicator.Code}: reporters");
    }

    private static void Require(string file, IGrouping<string, IndicatorFile.IndicatorPart> population, IReadOnlyList<CodeList> lists)
    {
        Require(population.Key.Length > 0 && !Enum.TryParse<Population>(population.Key, ignoreCase: true, out _), file, $"{population.Key} counts case records");

        // One population is guarded as a whole or not at all.
        Require(population.Select(i => Indicator.IsOfPersonsAtRisk(i.Counts)).Distinct().Count() == 1, file, $"{population.Key} counts persons at risk beside what is none");
        foreach (string variable in population.SelectMany(i => i.By).Distinct(StringComparer.Ordinal).Where(v => population.Any(i => !i.By.Contains(v))))
        {
            Require(lists.First(l => l.Variable == variable).IndexOf(FigureColumn.NotApplicable) >= 0, file, $"{variable} has no code for indicators of {population.Key} that lack it");
        }
    }

    private static void Require(bool holds, string file, string what)
    {
        if (!holds)
        {
            throw DataFileException.In(file, what);
        }
    }
}
