namespace Host.Workflow;

/// <summary>A file that came over the network: what was answered, nothing of the file.</summary>
internal sealed class DeliveryRow
{
    public required string DeliveryId { get; init; }

    public string? ContentMac { get; init; }

    /// <summary><c>running</c>, <c>accepted</c> or <c>rejected</c>.</summary>
    public required string State { get; init; }

    public required string ReceivedAt { get; init; }

    public string? FinishedAt { get; init; }

    /// <summary>Receipt or report, JSON; null while it is running.</summary>
    public byte[]? Answer { get; init; }

    public DeliveryRow With(byte[] answer) =>
        new() { DeliveryId = DeliveryId, ContentMac = ContentMac, State = State, ReceivedAt = ReceivedAt, FinishedAt = FinishedAt, Answer = answer };
}
