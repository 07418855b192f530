using Publication.Releases;
using Publication.Rules;

namespace Publication.Ledgers;

/// <summary>One publication in the chain. Holds published facts only, hence nothing sensitive; what it hid stays guarded by the rules of its day.</summary>
/// <param name="Sequence">1, 2, 3 …</param>
/// <param name="Content">What was published.</param>
/// <param name="Rules">The rules it was published under.</param>
/// <param name="PreviousHash">Hash of the entry before, or of nothing (64 zeros).</param>
/// <param name="Hash">SHA-256 (hex) over sequence, canonical content, rule set and previous hash.</param>
public sealed record LedgerEntry(int Sequence, ReleaseContent Content, RuleSet Rules, string PreviousHash, string Hash);
