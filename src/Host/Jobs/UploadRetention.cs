using Host.Composition;
using Host.Outcomes;
using Host.Security;
using Ingest.Catalogue;
using Ingest.Storage;

namespace Host.Jobs;

/// <summary>
/// Destroys the case files of uploads that were replaced or withdrawn, once their time is over: nothing counts them any more. The catalogue keeps when and why, and
/// how many records it were; their keys go with them, so that no copy of the store can be read any more. Files of figures are small, hold no person, and are kept, since a published figure may have come from one that was replaced later.
/// </summary>
internal sealed class UploadRetention(CaseStore store, int days, TimeProvider clock)
{
    /// <summary>Why, as the record of a destruction says it.</summary>
    public const string Reason = "retention";

    /// <returns>How many files were destroyed.</returns>
    public Outcome<int> Run()
    {
        var uploads = store.Uploads();
        if (!uploads.Succeeded)
        {
            return StoreFailures.Of(uploads.Failure!.Value);
        }

        var until = clock.GetUtcNow().AddDays(-days);
        var over = uploads.Value.Where(u => u is { State: not UploadState.Active, DestroyedAt: null, Receipt.Content: UploadContent.Cases } && u.StateChangedAt <= until).ToArray();
        foreach (var upload in over)
        {
            if (store.Destroy(upload.Receipt.Id, Reason, UserTable.Schedule).Failure is { } failure)
            {
                return StoreFailures.Of(failure);
            }
        }

        // Keys that an intake left when it was killed, or that belong to uploads of a newer copy of the store; as long as that copy may still come back, they stay.
        return store.DataKeys.DestroyStray(until).Failure is { } stray ? StoreFailures.Of(stray) : over.Length;
    }
}
