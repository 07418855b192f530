using System.Collections;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>The same levels for every class.</summary>
internal sealed class SameForAll(int[] levels, int classes) : IReadOnlyList<int[]>
{
    public int Count => classes;

    public int[] this[int index] => levels;

    public IEnumerator<int[]> GetEnumerator() => Enumerable.Repeat(levels, classes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
