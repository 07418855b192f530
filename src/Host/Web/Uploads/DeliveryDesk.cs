using System.Security.Cryptography;
using Host.Doors;
using Host.Outcomes;
using Host.Workflow;
using Ingest.Intake;

namespace Host.Web.Uploads;

/// <summary>Hands a file that came over the network to the intake, once for each retry key, and keeps what was answered.</summary>
internal sealed class DeliveryDesk(IIntakeDoor door, DeliveryTable deliveries, Func<byte[], string> code)
{
    /// <param name="partner">Whose file it is.</param>
    /// <param name="retryKey">The same for every attempt at one delivery; null where the sender gives none.</param>
    /// <param name="file">The file as it arrives.</param>
    /// <param name="options">What to do with faulty records; what it replaces.</param>
    /// <param name="progress">Is told how far it is; null where nobody asks.</param>
    /// <param name="cancellationToken">Nothing is kept of a file that breaks off.</param>
    /// <returns>The delivery, new or the one that this retry key already stands for; or why there is none.</returns>
    public async Task<Outcome<DeliveryRow>> TakeAsync(
        string partner, string? retryKey, Stream file, IntakeOptions options, UploadProgress? progress, CancellationToken cancellationToken)
    {
        if (deliveries.Begin(partner, retryKey) is not { } id)
        {
            var first = deliveries.FindByRetryKey(partner, retryKey!);
            if (first is null or { State: "running" })
            {
                return new Failure(ExitCode.Conflict, "DeliveryRunning");
            }

            return string.Equals(code(await SHA256.HashDataAsync(file, cancellationToken)), first.ContentMac, StringComparison.Ordinal)
                ? first
                : new Failure(ExitCode.InvalidInput, "RetryKeyReused");
        }

        try
        {
            await using var held = await HeldFile.OfAsync(file, progress, cancellationToken);
            if (!(await door.TakeAsync(partner, held, options, cancellationToken)).Succeeded(out var answer, out var failure))
            {
                deliveries.Abandon(id);
                return failure;
            }

            deliveries.Finish(id, answer.IsAccepted, code(held.Digest()), answer.Json);
            return deliveries.Find(partner, id)!;
        }
        catch
        {
            deliveries.Abandon(id);
            throw;
        }
    }
}
