using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Host.Outcomes;
using Host.Verifying;

namespace Host.Contingency;

/// <summary>Reads what earlier runs of <c>protect</c> published: facts for whoever reads the next tables.</summary>
internal static class KnownTables
{
    /// <param name="spec">Names the folders.</param>
    /// <param name="beside">Folder of the specification, which the names start from.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static Outcome<List<KnownTable>> Read(ContingencySpec spec, string beside, CancellationToken cancellationToken)
    {
        var known = new List<KnownTable>();
        foreach (var (i, name) in spec.Known.Index())
        {
            if (PrintedTables.Find(Path.Combine(beside, name)) is not { } folder)
            {
                return new Failure(ExitCode.InvalidInput, "KnownMissing", $"known[{i}]");
            }

            try
            {
                known.AddRange(PrintedTables.Read(folder, cancellationToken).Select(t => TableOf(t, $"known[{i}]/{t.Id}", spec.Decimals)));
            }
            catch (FolderFault fault)
            {
                return new Failure(ExitCode.InvalidInput, "FolderUnreadable", fault.File, fault.What);
            }
        }

        return known;
    }

    /// <exception cref="FolderFault">A cell of the crossing is missing or stands twice, or a figure has more decimals than the present specification.</exception>
    private static KnownTable TableOf(PrintedTable printed, string path, int decimals)
    {
        string[][] codes = [.. printed.By.Select((_, b) => KnownTable.Ordered(printed.Rows.Select(r => r.Codes[b])))];
        var cells = printed.ByCell();
        if (cells is null || cells.Count != codes.Aggregate(1L, (product, c) => product * c.Length))
        {
            throw new FolderFault(printed.Id + ".csv", "cells");
        }

        var shown = new long?[cells.Count];
        var at = new int[codes.Length];
        for (var cell = 0; cell < shown.Length; cell++)
        {
            shown[cell] = cells[TableProtector.KeyOf([.. at.Select((c, b) => codes[b][c])])] is { } figure ? Scaled(figure, printed, decimals) : null;
            for (var b = at.Length - 1; b >= 0 && ++at[b] == codes[b].Length; b--)
            {
                at[b] = 0;
            }
        }

        var table = new TableSpec(printed.Id, printed.By, printed.Where, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), []);
        return new KnownTable(path, table, codes, shown, printed.HiddenMin) { Layouts = printed.Layouts };
    }

    private static long Scaled(long figure, PrintedTable printed, int decimals)
    {
        for (var d = printed.Decimals; d < decimals; d++)
        {
            figure = Math.Abs((decimal)figure) > long.MaxValue / 10 ? throw new FolderFault(printed.Id + ".csv", "decimals") : figure * 10;
        }

        for (var d = decimals; d < printed.Decimals; d++)
        {
            figure = figure % 10 == 0 ? figure / 10 : throw new FolderFault(printed.Id + ".csv", "decimals");
        }

        return figure;
    }
}
