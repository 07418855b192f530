namespace Anonymize;

/// <summary>One step of the ladder for one table: what was tried, and which share of persons it shows.</summary>
/// <param name="Table">Id of the table.</param>
/// <param name="Step"><c>declared</c>, <c>pooled</c>, <c>hidden</c> or <c>withheld</c>.</param>
/// <param name="PersonsShown">Share of persons in shown cells (members of pooled rows included), 0 to 1; null where it was refused before it could be measured.</param>
/// <param name="IsTaken">The step the release stands on.</param>
public sealed record LadderStep(string Table, string Step, decimal? PersonsShown, bool IsTaken);
