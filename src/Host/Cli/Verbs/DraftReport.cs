using Host.Composition;
using Host.Outcomes;
using Host.Quarters;
using Host.Storage;
using Host.Workflow;

namespace Host.Cli.Verbs;

/// <summary>Writes a draft for cleared eyes: one archive, every sheet and picture stamped, readable by its owner alone; the look is in the audit trail.</summary>
internal static class DraftReport
{
    /// <returns>Path of the archive.</returns>
    public static async Task<Outcome<string>> WriteAsync(DraftRow row, ReleaseDesk desk, string user, string folder, CancellationToken cancellationToken)
    {
        if (!(await DraftPreview.OpenAsync(row, desk, user, "draft-look", cancellationToken)).Succeeded(out var preview, out var failure))
        {
            return failure;
        }

        var path = Path.Combine(Path.GetFullPath(folder), row.DraftId + ".zip");
        AtomicFile.Write(path, preview.Archive(cancellationToken));
        return path;
    }
}
