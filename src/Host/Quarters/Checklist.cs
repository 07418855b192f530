using System.Text;
using System.Text.Json;
using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Publishing;
using Host.Workflow;
using Ingest.Pseudonymise;
using Publication.Releases;
using Publication.Tables;
using Reports.Commentary;

namespace Host.Quarters;

/// <summary>What is to be thought of before a draft is approved: worked out anew each time, with the notes that were written on it.</summary>
/// <param name="Items">Errors first.</param>
/// <param name="Notes">By id of the item.</param>
/// <param name="Incomplete">Behind the item of the indicators: each that is left out, with who owes it.</param>
/// <param name="Code">Keyed code (hex) over the items that need a note, their notes, and the commentary: what an approval binds to.</param>
internal sealed record Checklist(IReadOnlyList<ChecklistItem> Items, IReadOnlyDictionary<string, ReviewNote> Notes, IReadOnlyList<IncompleteIndicator> Incomplete, string Code)
{
    /// <summary>A table's share of shown persons that falls by more than this is worth a word.</summary>
    public const decimal LargestFall = 0.1m;

    /// <summary>A partner that knew this share of last year's persons is not missing without a word.</summary>
    public const decimal LargePartner = 0.1m;

    /// <summary>What stands against an approval.</summary>
    public IEnumerable<ChecklistItem> Open => Items.Where(i => i.IsFinal || (i.NeedsNote && !Notes.ContainsKey(i.Id)));

    public static Outcome<Checklist> Of(DraftRow row, ReleaseDesk desk, CancellationToken cancellationToken)
    {
        var installation = desk.Installation;
        if (!StoredDraft.Read(row, installation).Succeeded(out var document, out var failure)
            || !PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out failure))
        {
            return failure;
        }

        var content = ReleaseSerializer.Read(document.Content);
        var period = content.Header.Period;
        if (!QuarterIntake.Of(period, desk, cancellationToken).Succeeded(out var intake, out failure)
            || !desk.Counts.Of(period, cancellationToken).Succeeded(out var counted, out failure)
            || !IncompleteIndicator.Of(period, desk).Succeeded(out var incomplete, out failure)
            || !LateElsewhere(row, period, desk).Succeeded(out var elsewhere, out failure))
        {
            return failure;
        }

        var items = new List<ChecklistItem>();
        if (InputsCode.Of(counted.Populations, installation.Keys.Current(KeyPurpose.Release)) != content.Header.InputsHmac)
        {
            items.Add(new ChecklistItem(ChecklistKind.Outdated, ""));
        }

        items.AddRange(OfGuardians(row, installation));
        var commentary = installation.Commentaries.Find(row.ReleaseId);
        items.AddRange(OfCommentary(commentary, content));
        items.AddRange(OfPartners(intake));
        if (incomplete.Count > 0)
        {
            items.Add(new ChecklistItem(ChecklistKind.IncompleteIndicators, "", incomplete.Count, string.Join('\n', incomplete.Select(i => i.Canonical))));
        }

        items.AddRange(elsewhere);
        items.AddRange(OfTables(content, history));
        items.AddRange(document.Ladder.Where(s => s.Step == "withheld" && s.Chosen).Select(s => new ChecklistItem(ChecklistKind.Withheld, s.Table, s.Table)));
        var notes = installation.Reviews.Notes(row.DraftId);
        ChecklistItem[] ordered = [.. items.OrderBy(i => i.Kind).ThenBy(i => i.Subject, StringComparer.Ordinal)];
        return new Checklist(ordered, notes, incomplete, CodeOf(ordered, notes, commentary, installation));
    }

    private static IEnumerable<ChecklistItem> OfGuardians(DraftRow row, Installation installation)
    {
        if (installation.Holds.Find(row.ReleaseId) is { } hold)
        {
            yield return new ChecklistItem(ChecklistKind.Held, "", hold.HeldBy, hold.Reason);
        }

        if (installation.Opinions.Last(row.DraftId) is { Opinion: OpinionRow.Refused } opinion)
        {
            yield return new ChecklistItem(ChecklistKind.MethodRefused, "", opinion.GivenBy, opinion.Reason);
        }
    }

    private static IEnumerable<ChecklistItem> OfCommentary(Commentary? commentary, ReleaseContent content) =>
        from language in commentary is null ? [] : new[] { Language.Tr, Language.En }
        from problem in CommentaryText.Read(commentary!.In(language), content, language).Problems
        select new ChecklistItem(ChecklistKind.CommentaryBroken, $"{language}-{problem.Position}", language == Language.Tr ? "TR" : "EN", problem.Position, problem.Reference);

    private static IEnumerable<ChecklistItem> OfPartners(QuarterIntake intake)
    {
        foreach (var partner in intake.Partners)
        {
            if (partner.Missing.Count > 0)
            {
                var kind = partner.ShareOfLastYear >= LargePartner ? ChecklistKind.MissingLarge : ChecklistKind.Missing;
                yield return new ChecklistItem(kind, partner.Partner, partner.Partner, string.Join(", ", partner.Missing), partner.ShareOfLastYear);
            }
            else if (partner.IsUnusual)
            {
                yield return new ChecklistItem(ChecklistKind.Unusual, partner.Partner, partner.Partner, partner.Records, partner.Usual!.Value);
            }

            if (partner.Late > 0)
            {
                yield return new ChecklistItem(ChecklistKind.LateHere, partner.Partner, partner.Partner, partner.Late);
            }
        }
    }

    // Only what had come when the draft was made: a list that grew by itself would never be approved.
    private static Outcome<IReadOnlyList<ChecklistItem>> LateElsewhere(DraftRow row, ReleasePeriod period, ReleaseDesk desk)
    {
        var uploads = desk.Store.Uploads();
        if (!uploads.TryGet(out var all))
        {
            return StoreFailures.Of(uploads.Failure!.Value);
        }

        var counted = desk.Counted;
        var made = Instant.Read(row.DraftedAt);
        var late = all.Where(u => u.State == Ingest.Catalogue.UploadState.Active && u.Receipt.AcceptedAt <= made).SelectMany(u => counted.LateIn(u.Receipt).Select(l => (u.Receipt.Partner.Value, Late: l)))
            .Where(l => period.Quarters.Any(q => q.ToString() == l.Late.Quarter) && !period.Quarters.Any(q => q.ToString() == l.Late.CountedIn));
        return late.GroupBy(l => l.Value, StringComparer.Ordinal)
            .Select(g => new ChecklistItem(ChecklistKind.LateElsewhere, g.Key, g.Key, g.Sum(l => l.Late.Rows))).ToArray();
    }

    private static IEnumerable<ChecklistItem> OfTables(ReleaseContent content, PublishedHistory history)
    {
        var before = history.LastBefore(content.Header.Period)?.Content;
        return from table in content.Tables
               let then = before?.Tables.FirstOrDefault(t => t.Design.Id == table.Design.Id)?.PersonsShownShare
               where then - (table.PersonsShownShare ?? 0) > LargestFall
               select new ChecklistItem(ChecklistKind.ShareFell, table.Design.Id, table.Design.Id, then.Value, table.PersonsShownShare ?? 0, before!.Header.Id);
    }

    // Fields with their places in an array, so that no two reviews run together.
    private static string CodeOf(IEnumerable<ChecklistItem> items, IReadOnlyDictionary<string, ReviewNote> notes, Commentary? commentary, Installation installation) =>
        installation.ContentCode(Encoding.UTF8.GetBytes("review:" + JsonSerializer.Serialize(
            items.Where(i => !i.IsFinal).Select(i => new[] { i.Canonical, notes.GetValueOrDefault(i.Id)?.Text ?? "", notes.GetValueOrDefault(i.Id)?.WrittenBy ?? "" })
                .Append([commentary?.In(Language.Tr) ?? "", commentary?.In(Language.En) ?? "", commentary?.WrittenBy ?? ""]))));
}
