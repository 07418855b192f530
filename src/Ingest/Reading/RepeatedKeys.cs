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
    private readonly List<(int Place, int Row)> runs = [];
    private int places;

    /// <param name="row">Above those of the texts before; mostly the next one.</param>
    public void Add(ReadOnlySpan<byte> text, int row)
    {
        texts.Add(hash.Of(text));
        if (runs is [] || row - runs[^1].Row != places - runs[^1].Place)
        {
            runs.Add((places, row));
        }

        places++;
    }

    /// <summary>The rows whose text stood in an earlier row, ascending.</summary>
    public IEnumerable<int> Repeated()
    {
        int run = 0;
        foreach (int place in texts.Repeated())
        {
            while (run + 1 < runs.Count && runs[run + 1].Place <= place)
            {
                run++;
            }

            yield return runs[run].Row + place - runs[run].Place;
        }
    }
}
