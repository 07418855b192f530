namespace Anonymize;

/// <summary>One step of the ladder for one table: what was tried, and which share of persons it shows.</summary>
/// <param name="Table">Id of the table.</param>
/// <param name="Step">
/// <c>declared</c> every category in a row of its own · <c>pooled</c> the rows that were chosen · <c>joined</c> one row of a crossed table joined
/// to another · <c>hidden</c> cells hidden · <c>relaxed</c> cells of chosen rows hidden too · <c>withheld</c>.
/// </param>
/// <param name="PersonsShown">Share of persons in shown cells (members of pooled rows included), 0 to 1; null where the table counts nobody.</param>
/// <param name="IsAtMost">The step was not carried to its end: more could not have been shown, since a rule forbids the other cells by themselves.</param>
/// <param name="IsTaken">The step the release stands on.</param>
public sealed record LadderStep(string Table, string Step, decimal? PersonsShown, bool IsAtMost, bool IsTaken);
