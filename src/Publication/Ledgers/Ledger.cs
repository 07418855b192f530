using System.Collections.ObjectModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Publication.Releases;
using Publication.Rules;

namespace Publication.Ledgers;

/// <summary>
/// Everything ever published, in order, chained by hashes: once published, always known. Immutable; appending makes a new ledger.
/// </summary>
public sealed class Ledger
{
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    private Ledger(IEnumerable<LedgerEntry> entries, IEnumerable<BackgroundFact> background)
    {
        Entries = new ReadOnlyCollection<LedgerEntry>([.. entries]);
        Background = new ReadOnlyCollection<BackgroundFact>([.. background]);
    }

    public static Ledger Empty { get; } = new([], []);

    public IReadOnlyList<LedgerEntry> Entries { get; }

    public IReadOnlyList<BackgroundFact> Background { get; }

    /// <summary>Hash of the last entry.</summary>
    public string Head => Entries.Count == 0 ? Beginning : Entries[^1].Hash;

    public Ledger WithBackground(IEnumerable<BackgroundFact> background) => new(Entries, background);

    public Ledger Append(ReleaseContent content, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rules);
        var sequence = Entries.Count + 1;
        return new([.. Entries, new LedgerEntry(sequence, content, rules, Head, HashOf(sequence, content, rules, Head))], Background);
    }

    /// <summary>Position of the first entry whose hash does not follow from its content and its predecessor; null where the chain is whole.</summary>
    public static int? FirstBreak(IReadOnlyList<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var head = Beginning;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.Sequence != i + 1
                || !string.Equals(entry.PreviousHash, head, StringComparison.Ordinal)
                || !string.Equals(entry.Hash, HashOf(entry.Sequence, entry.Content, entry.Rules, head), StringComparison.Ordinal))
            {
                return i;
            }

            head = entry.Hash;
        }

        return null;
    }

    /// <summary>Rebuilds a ledger from stored entries.</summary>
    /// <exception cref="FormatException">The chain is broken; the message says where.</exception>
    public static Ledger FromEntries(IReadOnlyList<LedgerEntry> entries, IEnumerable<BackgroundFact> background) =>
        FirstBreak(entries) is { } at ? throw new FormatException($"The ledger is broken at entry {at + 1}.") : new(entries, background);

    private static string HashOf(int sequence, ReleaseContent content, RuleSet rules, string previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{sequence}\n{previous}\n{rules.Identity.Sha256}\n")));
        hash.AppendData(ReleaseSerializer.Write(content));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
