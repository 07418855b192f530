using System.Collections.Frozen;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Recoding;

namespace Host.RecordFiles;

/// <summary>What the command line calls the choices of the engine.</summary>
internal static class Names
{
    public static FrozenDictionary<string, Measure> Measures { get; } = Of(
        ("loss", Measure.Loss),
        ("loss-arithmetic", Measure.LossArithmetic),
        ("discernibility", Measure.Discernibility),
        ("aecs", Measure.Aecs),
        ("precision", Measure.Precision),
        ("entropy", Measure.Entropy));

    public static FrozenDictionary<string, RecodingKind> Recodings { get; } = Of(
        ("global", RecodingKind.Global), ("local", RecodingKind.Local), ("cells", RecodingKind.Cells));

    public static FrozenDictionary<string, Distance> Distances { get; } = Of(
        ("equal", Distance.Equal), ("ordered", Distance.Ordered), ("hierarchical", Distance.Hierarchical));

    private static FrozenDictionary<string, T> Of<T>(params (string Name, T Value)[] pairs) => pairs.ToFrozenDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
}
