using Anonymize.Attacking;
using Host.Cli;

namespace Host.Attacking;

/// <summary>The report of an attack for a reader: what is given away and how, what was assumed, and the sums.</summary>
internal static class AttackText
{
    public static void Tell(Terminal terminal, AttackReport report)
    {
        foreach (var cell in report.Cells.Where(c => c.Status != CellVerdict.Open))
        {
            var at = string.Join(", ", cell.At.Select(a => $"{a.Key} = {a.Value}"));
            if (cell.Status == CellVerdict.Exact)
            {
                terminal.Say("AttackExact", cell.File, cell.Table, at, cell.Low);
            }
            else
            {
                terminal.Say("AttackConfined", cell.File, cell.Table, at, cell.Low, cell.High!.Value);
            }

            terminal.Result("    " + cell.How);
        }

        if (report.Assumed.Count > 0)
        {
            terminal.Say("AttackAssumed");
            foreach (var assumption in report.Assumed)
            {
                terminal.Result("  - " + assumption);
            }
        }

        terminal.Say(
            "AttackSummary",
            report.Tables,
            report.Cells.Count,
            report.Cells.Count(c => c.Status == CellVerdict.Exact),
            report.Cells.Count(c => c.Status == CellVerdict.Confined),
            report.Cells.Count(c => c.Status == CellVerdict.Open));
    }
}
