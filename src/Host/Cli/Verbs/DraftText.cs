using System.Globalization;
using Host.Drafting;
using Publication.Tables;

namespace Host.Cli.Verbs;

/// <summary>A draft as its analyst reads it: per table the persons shown, the cells hidden, the reason, and the ladder.</summary>
internal static class DraftText
{
    public static void Write(Draft draft, int duplicates, VerbCall call)
    {
        var header = draft.Release.Content.Header;
        if (call.IsJson)
        {
            call.Terminal.Json(new
            {
                schemaVersion = 1,
                draft = draft.Row.DraftId,
                release = header.Id,
                period = header.Period.ToString(),
                publishAt = draft.Row.PublishAt,
                duplicates,
                tables = draft.Release.Content.Tables.Select(t => new
                {
                    id = t.Design.Id,
                    cells = t.Cells.Count,
                    hidden = t.HiddenCount,
                    personsShownShare = t.PersonsShownShare,
                    detail = t.Detail,
                    reason = new { tr = t.Reason.Tr, en = t.Reason.En },
                    ladder = Steps(draft, t.Design.Id),
                }),
                pooledByLink = draft.PooledByLink,
                withheld = Withheld(draft),
                withheldLadders = Withheld(draft).Select(table => new { id = table, ladder = Steps(draft, table) }),
            });
            return;
        }

        var terminal = call.Terminal;
        terminal.Say("DraftMade", draft.Row.DraftId, draft.Row.PublishAt);
        terminal.Say("DraftDuplicates", duplicates);
        foreach (var table in draft.Release.Content.Tables)
        {
            WriteTable(draft, table, terminal);
        }

        foreach (var table in Withheld(draft))
        {
            terminal.Say("DraftTableWithheld", table);
            WriteSteps(draft, table, terminal);
        }

        terminal.Say("DraftNext", draft.Row.DraftId);
    }

    /// <summary>What was tried for each table and what stood against it, on standard error: there is no result.</summary>
    public static void WriteRefusal(NothingSafe refused, Terminal terminal)
    {
        foreach (var step in refused.Ladder)
        {
            terminal.Note("DraftRefusedStep", step.Table, terminal.Messages["Step-" + step.Step], Share(step.PersonsShown, terminal));
        }

        foreach (var finding in refused.Findings)
        {
            terminal.Note("DraftRefusedFinding", finding.Code, finding.Subject);
        }
    }

    private static void WriteTable(Draft draft, PublishedTable table, Terminal terminal)
    {
        terminal.Say(
            "DraftTable", table.Design.Id, Share(table.PersonsShownShare, terminal), Share(table.Detail, terminal), table.HiddenCount, table.Cells.Count);
        terminal.Result("    " + table.Reason.In(terminal.Messages.Language));
        WriteSteps(draft, table.Design.Id, terminal);
        foreach (var note in draft.PooledByLink.Where(n => n.Table == table.Design.Id))
        {
            terminal.Say("DraftPooledByLink", note.Category, string.Join(", ", note.Beside), string.Join(", ", note.Reveals), string.Join("; ", note.Links.Select(Short)));
        }
    }

    private static IEnumerable<string> Withheld(Draft draft) => draft.Ladder.Where(s => s.Step == "withheld" && s.Chosen).Select(s => s.Table);

    private static void WriteSteps(Draft draft, string table, Terminal terminal)
    {
        foreach (var step in draft.Ladder.Where(s => s.Table == table))
        {
            terminal.Say(step.Chosen ? "DraftStepTaken" : "DraftStep", terminal.Messages["Step-" + step.Step], Share(step.PersonsShown, terminal));
        }
    }

    /// <summary>For people: a node of many codes by their number, since a link's other side is mostly "all the others".</summary>
    private static string Short(string link) => string.Join(" x ", link.Split(" x ").Select(node =>
        node.Split('=', 2) is [var variable, var codes] && codes.AsSpan().Count(',') >= 4 ? string.Create(CultureInfo.InvariantCulture, $"{variable} ({codes.Split(',').Length})") : node));

    private static IEnumerable<object> Steps(Draft draft, string table) =>
        draft.Ladder.Where(s => s.Table == table).Select(s => new { step = s.Step, personsShown = s.PersonsShown, atMost = s.AtMost, chosen = s.Chosen });

    private static string Share(decimal? share, Terminal terminal) => share is { } value ? value.ToString("P0", terminal.Messages.Culture) : "-";
}
