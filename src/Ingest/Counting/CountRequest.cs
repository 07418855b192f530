namespace Ingest.Counting;

/// <summary>One table to count.</summary>
/// <param name="Population">Whom to count.</param>
/// <param name="Columns">What to count by, each variable at most once.</param>
public sealed record CountRequest(Population Population, IReadOnlyList<CountColumn> Columns);
