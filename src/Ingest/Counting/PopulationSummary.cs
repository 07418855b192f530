namespace Ingest.Counting;

/// <summary>Numbers about a count that no table shows, for the analyst and the quality table.</summary>
/// <param name="Persons">Distinct persons counted in the chosen quarters.</param>
/// <param name="Records">Records in the population, of any quarter, a year only included.</param>
/// <param name="Duplicates">Records that add no person because the person counts, in the chosen quarters, by another record, inside a file or across partners.</param>
/// <param name="YearOnly">Persons known by a year only, who are in no quarter.</param>
public sealed record PopulationSummary(int Persons, int Records, int Duplicates, int YearOnly);
