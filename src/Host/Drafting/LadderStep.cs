namespace Host.Drafting;

/// <summary>A step that the engine took with a table: what was tried, and the share of persons shown that came of it.</summary>
/// <param name="Table">Id of the table.</param>
/// <param name="Step">Code of the step.</param>
/// <param name="PersonsShown">Share of persons in shown cells, 0 to 1; null where the total is hidden or nothing came of it.</param>
/// <param name="AtMost">The step was not carried to its end; it could not have shown more.</param>
/// <param name="Chosen">The draft has the table in this form.</param>
internal sealed record LadderStep(string Table, string Step, decimal? PersonsShown, bool Chosen, bool AtMost = false);
