namespace Host.Drafting;

/// <summary>Records that came after the cut-off of their quarter.</summary>
/// <param name="Quarter">Their own quarter.</param>
/// <param name="Rows">How many came.</param>
/// <param name="CountedIn">The quarter in which they arrived, and count.</param>
/// <param name="IsAtMost">The file corrects an earlier one: a case that was in that one keeps the quarter it had.</param>
internal sealed record LateRecords(string Quarter, int Rows, string CountedIn, bool IsAtMost);
