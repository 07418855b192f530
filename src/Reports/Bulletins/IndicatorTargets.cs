using System.Collections.Frozen;
using System.Text.Json;

namespace Reports.Bulletins;

/// <summary>
/// What the National Action Plan wants of its indicators in a year, from the catalogue <c>indicators.json</c> by which partners report: public numbers of the
/// Plan, no figures of a release.
/// </summary>
internal static class IndicatorTargets
{
    private static readonly (int BaselineYear, int TargetYear, FrozenDictionary<string, (int Baseline, int Target)> ByCode) Plan = Load();

    public static int BaselineYear => Plan.BaselineYear;

    public static int TargetYear => Plan.TargetYear;

    /// <summary>Figure of the year before the plan, and the one it wants; null where it has no such indicator.</summary>
    public static (int Baseline, int Target)? Find(string code) => Plan.ByCode.TryGetValue(code, out var found) ? found : null;

    private static (int, int, FrozenDictionary<string, (int, int)>) Load()
    {
        using var stream = typeof(IndicatorTargets).Assembly.GetManifestResourceStream("Bulletins/indicators.json")
            ?? throw new InvalidOperationException("The catalogue of indicators is not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        var plan = document.RootElement;
        return (
            plan.GetProperty("baselineYear").GetInt32(),
            plan.GetProperty("targetYear").GetInt32(),
            plan.GetProperty("indicators").EnumerateArray().ToFrozenDictionary(
                i => i.GetProperty("code").GetString()!, i => (i.GetProperty("baseline").GetInt32(), i.GetProperty("target").GetInt32()), StringComparer.Ordinal));
    }
}
