using Host.Composition;
using Host.Outcomes;
using Host.Workflow;

namespace Host.Drafting;

/// <summary>A draft's content from the private folder, held against the keyed code in its row: what was approved is what is read.</summary>
internal static class StoredDraft
{
    public static Outcome<DraftDocument> Read(DraftRow row, Installation installation)
    {
        if (!installation.Vault.Read(DraftDocument.NameOf(row.DraftId)).Succeeded(out var bytes, out var failure)
            || !DraftDocument.Read(bytes).Succeeded(out var document, out failure))
        {
            return failure;
        }

        return installation.ContentCode(document.Content) == row.ContentMac ? document : new Failure(ExitCode.DependencyUnavailable, "PrivateFileDamaged");
    }
}
