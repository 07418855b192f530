namespace Ingest.Programme;

/// <summary>One reported figure. It may count three callers, so it prints nothing.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Quarter"><c>2025-Q4</c>.</param>
/// <param name="By">Code by variable, for exactly the variables of the indicator.</param>
/// <param name="Value">From 0.</param>
internal sealed record ProgrammeFigure(string Indicator, string Quarter, IReadOnlyDictionary<string, string> By, int Value)
{
    public override string ToString() => nameof(ProgrammeFigure);
}
