using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Protection;

/// <summary>What came of a protection: a candidate, or what stood against it. That nothing safe was found is a result, not an error.</summary>
/// <param name="Candidate">Null where nothing safe was found.</param>
/// <param name="Population">The population that could not be protected, where there is one.</param>
/// <param name="Blocking">The cell that could not be protected, where there is one.</param>
/// <param name="Refusals">Rule, attacker and definition of what could not be protected; never a count.</param>
internal sealed record Protection(Candidate? Candidate, IReadOnlyList<string> Refusals, string Population = "", CellDefinition? Blocking = null);
