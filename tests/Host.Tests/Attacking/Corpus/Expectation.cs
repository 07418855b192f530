namespace Host.Tests.Attacking.Corpus;

/// <summary>What must be said of one hidden cell, found by its file and its labels.</summary>
internal sealed record Expectation(string File, IReadOnlyList<string> Labels, int Low, int? High, string Status)
{
    public override string ToString() => $"{File} {string.Join(" / ", Labels)}: {Low}..{High?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "∞"} {Status}";
}
