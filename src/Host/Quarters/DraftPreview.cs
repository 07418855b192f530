using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Planning;
using Host.Publishing;
using Host.Workflow;
using Publication.Releases;
using Reports.Bulletins;
using Reports.Files;

namespace Host.Quarters;

/// <summary>A draft that passed the gate, as it would be published: for the pages and stamped files that cleared eyes see before.</summary>
internal sealed class DraftPreview
{
    private DraftPreview(VerifiedRelease release, IReadOnlyList<Release> earlier)
    {
        Release = release;
        Earlier = earlier;
    }

    public VerifiedRelease Release { get; }

    /// <summary>What is published already.</summary>
    public IReadOnlyList<Release> Earlier { get; }

    public BulletinDefinition Bulletin => PeriodPlanner.BulletinOf(Release.Content.Header.Period);

    /// <summary>Paths of its files.</summary>
    public IReadOnlyList<string> Files => DraftWriter.Paths(Release, Bulletin, Earlier);

    /// <param name="row">The draft.</param>
    /// <param name="desk">Where it lies.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="action">Name of the look in the audit trail; it is written before anything is returned.</param>
    /// <param name="cancellationToken">Stops the verification.</param>
    public static async Task<Outcome<DraftPreview>> OpenAsync(DraftRow row, ReleaseDesk desk, string user, string action, CancellationToken cancellationToken)
    {
        var installation = desk.Installation;
        var period = ReleasePeriod.TryParse(row.Period, out var parsed) ? parsed : throw new InvalidOperationException("A draft has a period.");
        if (!StoredDraft.Read(row, installation).Succeeded(out var document, out var failure)
            || !LedgerAhead.Of(period, installation).Succeeded(out var ledger, out failure)
            || !PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out failure)
            || !(await desk.Gate.VerifyAsync(document, ledger, cancellationToken)).Succeeded(out var passed, out failure))
        {
            return failure;
        }

        installation.Audit.Record(user, action, row.DraftId);
        return new DraftPreview(passed.Release, history.Releases);
    }

    /// <summary>One stamped file; null where the draft has none of that path.</summary>
    public byte[]? Make(string path) => DraftWriter.Make(Release, Bulletin, Earlier, path);

    /// <summary>All stamped files in one archive.</summary>
    public byte[] Archive(CancellationToken cancellationToken)
    {
        using var archive = new MemoryStream();
        DraftWriter.Write(Release, Bulletin, Earlier, archive, cancellationToken);
        return archive.ToArray();
    }
}
