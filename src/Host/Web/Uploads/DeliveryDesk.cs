using System.Security.Cryptography;
using Host.Doors;
using Host.Outcomes;
using Host.Workflow;

namespace Host.Web.Uploads;

/// <summary>Hands a file that came over the network to the intake, once for each retry key, and keeps what was answered.</summary>
internal sealed class DeliveryDesk(IIntakeDoor door, DeliveryTable deliveries, Func<byte[], string> code)
{
    /// <returns>The delivery, new or the one that this retry key already stands for; or why there is none.</returns>
    public async Task<Outcome<DeliveryRow>> TakeAsync(string partner, string? retryKey, Stream file, CancellationToken cancellationToken)
    {
        using var digest = SHA256.Create();
        await using var passed = new CryptoStream(file, digest, CryptoStreamMode.Read, leaveOpen: true);
        if (deliveries.Begin(partner, retryKey) is not { } id)
        {
            var first = deliveries.FindByRetryKey(partner, retryKey!);
            if (first is null or { State: "running" })
            {
                return new Failure(ExitCode.Conflict, "DeliveryRunning");
            }

            await passed.CopyToAsync(Stream.Null, cancellationToken);
            return string.Equals(code(digest.Hash!), first.ContentMac, StringComparison.Ordinal)
                ? first
                : new Failure(ExitCode.InvalidInput, "RetryKeyReused");
        }

        try
        {
            if (!(await door.TakeAsync(partner, passed, cancellationToken)).Succeeded(out var answer, out var failure))
            {
                deliveries.Abandon(id);
                return failure;
            }

            await passed.CopyToAsync(Stream.Null, cancellationToken);
            deliveries.Finish(id, answer.IsAccepted, code(digest.Hash!), answer.Json);
            return deliveries.Find(partner, id)!;
        }
        catch
        {
            deliveries.Abandon(id);
            throw;
        }
    }
}
