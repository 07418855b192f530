namespace Host.RecordFiles;

/// <summary>What <c>risk</c> was asked.</summary>
/// <param name="Input">The file.</param>
/// <param name="Delimiter">Between its cells.</param>
/// <param name="Keys">What somebody may know.</param>
/// <param name="Weight">Persons each record stands for; null without.</param>
/// <param name="Sensitive">What nobody shall learn.</param>
/// <param name="Multiple">Delimiter of sets by attribute.</param>
/// <param name="SudaMost">Largest set in which minimal uniques are looked for.</param>
internal sealed record RiskRequest(string Input, char Delimiter, IReadOnlyList<string> Keys, string? Weight, IReadOnlyList<string> Sensitive, IReadOnlyDictionary<string, char> Multiple, int SudaMost);
