using Anonymize.Planning;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Layouts;

/// <summary>
/// What earlier layouts of the same table say for a new one: last period's rows, and, within a year, how often each category was pooled. A
/// category pooled in exactly one quarter of a year cannot stand alone in the year, since the year less the other quarters would give it.
/// </summary>
internal sealed class EarlierLayouts
{
    /// <summary>How dear the year's loss is in the second, third and fourth quarter, in shares of a person shown in the quarter.</summary>
    private static readonly double[] YearCharges = [0, 0.15, 0.3, 0.6];

    private readonly Dictionary<string, int> _pooled = new(StringComparer.Ordinal);
    private readonly double _charge;

    private EarlierLayouts(IReadOnlyList<IReadOnlyList<string>>? last, double charge)
    {
        Last = last;
        _charge = charge;
    }

    /// <summary>Rows of the last period of the same grain; null where there is none.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Last { get; }

    public static EarlierLayouts Of(TablePlan table, int axis, ReleasePeriod period, Ledger ledger)
    {
        var layouts = ledger.Entries
            .Where(e => e.Content.Header.Period.IsYear == period.IsYear)
            .Select(e => (e.Content.Header.Period, Rows: e.Content.FindTable(table.Id)?.Design.Axes.ElementAtOrDefault(axis)?.Rows.Where(r => !r.IsTotal).Select(r => r.Members).ToArray()))
            .Where(l => l.Rows is not null)
            .ToArray();
        var thisYear = layouts.Where(l => !period.IsYear && l.Period.Year == period.Year).ToArray();

        // A quarter that was never published leaves the year room enough.
        var earlier = new EarlierLayouts(layouts.LastOrDefault().Rows, period.IsYear || thisYear.Length < period.Quarter - 1 ? 0 : YearCharges[period.Quarter - 1]);
        foreach (var code in thisYear.SelectMany(l => l.Rows!.Where(r => r.Count > 1).SelectMany(r => r)))
        {
            earlier._pooled[code] = earlier._pooled.GetValueOrDefault(code) + 1;
        }

        return earlier;
    }

    /// <summary>Charge on the persons of a category that would then be pooled in exactly one quarter of the year.</summary>
    public double YearCharge(string code, bool isPooled) => _pooled.GetValueOrDefault(code) + (isPooled ? 1 : 0) == 1 ? _charge : 0;
}
