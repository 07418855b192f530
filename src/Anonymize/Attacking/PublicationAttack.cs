using Anonymize.Attacking.Bounds;
using Anonymize.Attacking.Facts;
using Anonymize.Attacking.Structure;
using Anonymize.Attacking.Telling;

namespace Anonymize.Attacking;

/// <summary>
/// Plays the attacker on published tables, with nothing but what they print: finds which figures are sums of which, and what every hidden one can still be.
/// </summary>
public static class PublicationAttack
{
    /// <param name="sheets">Sheets of all files; together they are one attacker's knowledge.</param>
    /// <param name="declared">What <c>tables.json</c> files say about some of them.</param>
    /// <param name="options">How the attack is made.</param>
    /// <param name="ct">Cancels the attack.</param>
    public static AttackReport Run(IReadOnlyList<PrintedSheet> sheets, IReadOnlyList<DeclaredTable> declared, AttackOptions options, CancellationToken ct)
    {
        var wording = new Wording(options.Language);
        var assumptions = new Assumptions(wording);
        var tables = Read(sheets, declared, assumptions);
        assumptions.Add("hiddenMin", options.HiddenMin);
        TellMarks(tables, assumptions);
        var most = tables.Select(t => t.Scale).DefaultIfEmpty(1).Max();
        var system = CellSystem.Build(tables, options.HiddenMin, assumptions);
        bool IsAlarm(int cell, Interval interval) => Verdict(interval, system.Cells[cell].Low, system.Cells[cell].High, options.K * most) != CellVerdict.Open;
        var bounds = CellBounds.Of(system, IsAlarm, assumptions, ct);
        var explanation = new Explanation(system, bounds, wording);
        var cells = new List<AttackedCell>();
        for (var t = 0; t < tables.Count; t++)
        {
            for (var i = 0; i < tables[t].Cells.Count; i++)
            {
                if (tables[t].Cells[i] is { Content.Kind: ContentKind.Hidden or ContentKind.Range } cell)
                {
                    ct.ThrowIfCancellationRequested();
                    var interval = bounds[system.CellOf[t][i]];
                    var (least, scale) = (tables[t].HiddenMin ?? options.HiddenMin, tables[t].Scale);
                    var (low, high) = cell.Content.Kind == ContentKind.Range ? (Math.Max(least, cell.Content.Low * scale), cell.Content.High * scale) : (least, (long?)null);
                    var verdict = Verdict(interval, low, high, options.K * scale);
                    cells.Add(new AttackedCell(
                        tables[t].File, tables[t].Id, [.. cell.At.Select(c => KeyValuePair.Create(c.Variable, c.Label))], (decimal)interval.Low / scale, (decimal?)interval.High / scale, interval.IsProved,
                        verdict, verdict == CellVerdict.Open ? "" : explanation.Of(system.CellOf[t][i], cell.Content.Text, scale)));
                }
            }
        }

        return new AttackReport(tables.Count, cells, assumptions.Said);
    }

    private static CellVerdict Verdict(Interval interval, long markLow, long? markHigh, int? k) =>
        interval.IsSingle ? CellVerdict.Exact
        : interval.Low >= 1 && interval.High <= k - 1 && (interval.Low > markLow || markHigh is null || interval.High < markHigh) ? CellVerdict.Confined
        : CellVerdict.Open;

    private static List<ReadTable> Read(IReadOnlyList<PrintedSheet> sheets, IReadOnlyList<DeclaredTable> declared, Assumptions assumptions)
    {
        var tables = new List<ReadTable>();
        foreach (var file in sheets.GroupBy(s => s.File, StringComparer.Ordinal))
        {
            var before = tables.Count;
            var declaration = declared.FirstOrDefault(d => string.Equals(d.File, file.Key, StringComparison.Ordinal));
            var legend = declaration?.Legend ?? Legend.Of(file.SelectMany(s => s.Rows).SelectMany(r => r).Select(c => c.Text).Where(t => t.Length is > 4 and < 400));
            foreach (var table in file.SelectMany(s => TableReader.Read(s, legend)))
            {
                tables.Add(declaration?.Apply(table) ?? table);
            }

            if (tables.Count == before)
            {
                assumptions.Add("nothingRead", file.Key);
            }
        }

        return tables;
    }

    private static void TellMarks(List<ReadTable> tables, Assumptions assumptions)
    {
        foreach (var table in tables)
        {
            if (table.Cells.Any(c => c.Content is { Kind: ContentKind.Hidden, Text: "" }))
            {
                assumptions.Add("blank", table.File, table.Id);
            }

            if (table.Cells.Count(c => c.Content.Kind == ContentKind.NotAvailable) is var unavailable and > 0)
            {
                assumptions.Add("unavailable", table.File, table.Id, unavailable);
            }

            if (table.HiddenMin == 1 && table.Cells.Any(c => c.Content.Kind == ContentKind.Hidden))
            {
                assumptions.Add("declaredMin", table.File, table.Id);
            }
        }
    }
}
