using Ingest.Duplicates;

namespace Ingest.Reading;

/// <summary>
/// Finds texts that occurred before, by a hash for which nobody can prepare texts; among a million texts two differing ones are taken for
/// equal once in some 37 million files.
/// </summary>
internal sealed class RepeatedKeys
{
    private readonly TextHash hash = TextHash.OfTheMoment();
    private readonly RepeatFinder texts = new();
    private readonly List<int> rows = [];

    public void Add(ReadOnlySpan<byte> text, int row)
    {
        texts.Add(hash.Of(text));
        rows.Add(row);
    }

    /// <summary>The rows whose text stood in an earlier row, ascending.</summary>
    public IEnumerable<int> Repeated() => texts.Repeated().Select(place => rows[place]);
}
