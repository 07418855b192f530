using Anonymize;
using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Publishing;
using Host.Workflow;
using Ingest.Pseudonymise;
using Publication.Releases;
using Publication.Rules;

namespace Host.Quarters;

/// <summary>A stored draft with what it hides and why, beside the last release of its kind. For cleared eyes.</summary>
internal sealed record DraftView
{
    public required DraftRow Row { get; init; }

    public required ReleaseContent Content { get; init; }

    public required IReadOnlyList<DraftTablePart> Tables { get; init; }

    /// <summary>Tables left out, with what was tried for each.</summary>
    public required IReadOnlyList<IGrouping<string, Drafting.LadderStep>> Withheld { get; init; }

    /// <summary>Id of the release compared with; null where there is none.</summary>
    public required string? ComparedWith { get; init; }

    /// <summary>The records are others than those it was made of: it can never be published.</summary>
    public required bool IsOutdated { get; init; }

    /// <summary>Opens a draft; the look is in the audit trail before anything of it is returned.</summary>
    /// <param name="row">The draft.</param>
    /// <param name="desk">Where it lies.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="cancellationToken">Stops the count of the records.</param>
    public static Outcome<DraftView> Open(DraftRow row, ReleaseDesk desk, string user, CancellationToken cancellationToken)
    {
        var installation = desk.Installation;
        if (!StoredDraft.Read(row, installation).Succeeded(out var document, out var failure)
            || !PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out failure))
        {
            return failure;
        }

        installation.Audit.Record(user, "draft-look", row.DraftId);
        var content = ReleaseSerializer.Read(document.Content);
        if (!desk.Counts.Of(content.Header.Period, cancellationToken).Succeeded(out var counted, out failure))
        {
            return failure;
        }

        var rules = RuleSetReader.Read(document.RuleSet);
        var hidden = ReleaseEngine.Explain(desk.Planner.Plan(content.Header, rules, counted.CompleteIndicators), content, document.Certificate, counted.Populations, rules);
        var before = history.LastBefore(content.Header.Period)?.Content;
        return new DraftView
        {
            Row = row,
            Content = content,
            Tables =
            [
                .. content.Tables.Select(t => new DraftTablePart(
                    t,
                    [.. hidden.Where(h => h.Table == t.Design.Id)],
                    [.. document.Ladder.Where(s => s.Table == t.Design.Id)],
                    [.. document.PooledByLink.Where(l => l.Table == t.Design.Id)],
                    before is null ? null : TableChange.Of(t, before))),
            ],
            Withheld = [.. document.Ladder.GroupBy(s => s.Table, StringComparer.Ordinal).Where(table => table.Any(s => s.Step == "withheld" && s.Chosen))],
            ComparedWith = before?.Header.Id,
            IsOutdated = InputsCode.Of(counted.Populations, installation.Keys.Current(KeyPurpose.Release)) != content.Header.InputsHmac,
        };
    }
}
