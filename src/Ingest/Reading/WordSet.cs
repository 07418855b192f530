using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Words of a profile, compared folded. Signs without letters or digits (<c>-</c>, <c>+</c>) are compared as they are.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> words;

    public WordSet(IEnumerable<string> words) => this.words = new HashSet<string>(words.Select(LabelFold.Fold), StringComparer.Ordinal);

    public bool Contains(string folded) => words.Contains(folded);
}
