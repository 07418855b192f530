using Host.Samples.Randomness;

namespace Host.Samples.Programme;

/// <summary>How the figures of the samples fall into the categories they are broken down by, in parts; plausible, and statistics of nothing.</summary>
internal static class FigureShares
{
    /// <summary>Codes and their weights, for an indicator and one of its variables.</summary>
    public static Weighted<string> Of(string indicator, string variable) => (indicator, variable) switch
    {
        ("AWP", "audience") => new(("EDU", 30), ("PUB", 24), ("COM", 20), ("EMP", 18), ("OFF", 8)),
        ("TRP", "audience") => new(("LAW", 46), ("OFF", 22), ("HEA", 14), ("JUD", 10), ("EMP", 8)),
        ("CAL", "language") => new(("TUR", 38), ("RUS", 15), ("UZB", 12), ("ARA", 11), ("ENG", 9), ("FAS", 6), ("KIR", 5), ("OTH", 3), ("UNK", 1)),
        ("CAL", "callResult") => new(("INF", 64), ("REF", 24), ("CAS", 10), ("UNK", 2)),
        ("SHE", "group") => new(("WOM", 58), ("MAN", 16), ("GIR", 15), ("BOY", 9), ("OTH", 2)),
        _ => throw new InvalidOperationException($"No shares of {variable} for {indicator}."),
    };
}
