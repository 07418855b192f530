using System.Text.Json;
using Host.Workflow;

namespace Host.Web.Uploads;

/// <summary>A delivery and what was answered to it: a receipt where it was accepted, a report where it was rejected.</summary>
internal sealed record UploadDocument(int SchemaVersion, string Id, string State, string ReceivedAt, string? FinishedAt, JsonElement? Answer)
{
    public static UploadDocument Of(DeliveryRow delivery) => new(
        SchemaVersion: 1,
        delivery.DeliveryId,
        delivery.State,
        delivery.ReceivedAt,
        delivery.FinishedAt,
        delivery.Answer is { } answer ? JsonSerializer.Deserialize<JsonElement>(answer) : null);
}
