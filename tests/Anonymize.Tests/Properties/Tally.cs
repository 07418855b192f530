namespace Anonymize.Tests.Properties;

/// <summary>What a run over many worlds met, by name; so that a test can tell that it tested something.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int this[string what] => _counts.GetValueOrDefault(what);

    public void Count(string what, bool isSo = true) => _counts[what] = this[what] + (isSo ? 1 : 0);

    public override string ToString() => string.Join(", ", _counts.Select(c => $"{c.Key}: {c.Value}"));
}
