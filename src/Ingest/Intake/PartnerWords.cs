using Ingest.Catalogue;
using Ingest.Gate;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;
using Ingest.Storage;

namespace Ingest.Intake;

/// <summary>
/// A partner's own words for codes: said once, remembered for its files. The words of an export never reach a report, so the partner, who has the export,
/// types them; what looks like an identifier, or is known already, is refused.
/// </summary>
public sealed class PartnerWords(CaseStore store, CodeLists lists, TimeProvider clock)
{
    /// <summary>Longest word.</summary>
    public const int LongestWord = 80;

    /// <summary>Variables whose words partners may have of their own, in ordinal order.</summary>
    public IReadOnlyList<CodeList> Variables { get; } =
        [.. ColumnTargets.Lists.Select(variable => lists[variable]).OrderBy(list => list.Variable, StringComparer.Ordinal)];

    public StoreResult<IReadOnlyList<PartnerWord>> Of(PartnerId partner) => store.Words.Of(partner);

    /// <summary>Remembers a word.</summary>
    /// <returns>The words in use, or WordWrong, WordKnown.</returns>
    public StoreResult<IReadOnlyList<PartnerWord>> Add(PartnerId partner, string variable, string word, string code, string actor)
    {
        ArgumentNullException.ThrowIfNull(word);
        string trimmed = word.Trim();
        if (Variables.FirstOrDefault(list => list.Variable == variable) is not { } list || list.IndexOf(code) < 0
            || trimmed.Length is 0 or > LongestWord || !trimmed.Any(char.IsLetter) || IdentifierScan.Find(trimmed) is not RuleCode.None)
        {
            return StoreFailureCode.WordWrong;
        }

        return list.TryFind(trimmed, out _)
            ? StoreFailureCode.WordKnown
            : store.Words.Add(partner, new PartnerWord(0, variable, trimmed, code, actor, clock.GetUtcNow()));
    }

    /// <summary>Takes a word out of use; files accepted with it stay as they are.</summary>
    /// <returns>The words in use, or WordWrong where this partner has no such word.</returns>
    public StoreResult<IReadOnlyList<PartnerWord>> Remove(PartnerId partner, long number, string actor) => store.Words.Remove(partner, number, actor);
}
