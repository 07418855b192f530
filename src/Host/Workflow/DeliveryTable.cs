using System.Security.Cryptography;
using System.Text;
using Dapper;
using Host.Storage;

namespace Host.Workflow;

/// <summary>Deliveries over the network. Every question names the partner, so that none sees another's.</summary>
internal sealed class DeliveryTable(WorkflowDatabase database, Chain chain, PrivateVault vault, TimeProvider clock)
{
    private const string Columns =
        "delivery_id AS DeliveryId, content_mac AS ContentMac, state AS State, received_at AS ReceivedAt, finished_at AS FinishedAt, answer AS Answer";

    /// <summary>Notes that a delivery begins.</summary>
    /// <param name="partner">Whose it is.</param>
    /// <param name="retryKey">The same for every attempt at one delivery; null where the caller gives none.</param>
    /// <returns>Id of the delivery; null where this partner has used the retry key already.</returns>
    public string? Begin(string partner, string? retryKey)
    {
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        using var connection = database.Connect();
        var added = connection.Execute(
            "INSERT INTO deliveries (delivery_id, partner, retry_mac, state, received_at) VALUES (@id, @partner, @retry, 'running', @at) "
            + "ON CONFLICT (partner, retry_mac) WHERE retry_mac IS NOT NULL DO NOTHING",
            new { id, partner, retry = CodeOf(retryKey), at = Instant.Write(clock.GetUtcNow()) });
        return added == 1 ? id : null;
    }

    public void Finish(string deliveryId, bool isAccepted, string contentMac, byte[] answer)
    {
        using var connection = database.Connect();
        connection.Execute(
            "UPDATE deliveries SET state = @state, content_mac = @contentMac, finished_at = @at, answer = @answer WHERE delivery_id = @deliveryId",
            new { deliveryId, state = isAccepted ? "accepted" : "rejected", contentMac, at = Instant.Write(clock.GetUtcNow()), answer = vault.Seal(NameOf(deliveryId), answer) });
    }

    /// <summary>Forgets a delivery that we could not carry out: the partner may try again under the same retry key.</summary>
    public void Abandon(string deliveryId)
    {
        using var connection = database.Connect();
        connection.Execute("DELETE FROM deliveries WHERE delivery_id = @deliveryId AND state = 'running'", new { deliveryId });
    }

    /// <summary>At start nothing is running: what says so was cut off.</summary>
    public void AbandonAll()
    {
        using var connection = database.Connect();
        connection.Execute("DELETE FROM deliveries WHERE state = 'running'");
    }

    public DeliveryRow? Find(string partner, string deliveryId)
    {
        using var connection = database.Connect();
        return Opened(connection.QuerySingleOrDefault<DeliveryRow>(
            $"SELECT {Columns} FROM deliveries WHERE partner = @partner AND delivery_id = @deliveryId", new { partner, deliveryId }));
    }

    public DeliveryRow? FindByRetryKey(string partner, string retryKey)
    {
        using var connection = database.Connect();
        return Opened(connection.QuerySingleOrDefault<DeliveryRow>(
            $"SELECT {Columns} FROM deliveries WHERE partner = @partner AND retry_mac = @retry", new { partner, retry = CodeOf(retryKey) }));
    }

    /// <summary>Newest first, without what was answered.</summary>
    public IReadOnlyList<DeliveryRow> Of(string partner, int most)
    {
        using var connection = database.Connect();
        return [.. connection.Query<DeliveryRow>(
            "SELECT delivery_id AS DeliveryId, state AS State, received_at AS ReceivedAt FROM deliveries WHERE partner = @partner ORDER BY received_at DESC, delivery_id LIMIT @most", new { partner, most })];
    }

    private static string NameOf(string deliveryId) => $"delivery/{deliveryId}";

    private string? CodeOf(string? retryKey) => retryKey is null ? null : chain.Code(Encoding.UTF8.GetBytes($"retry-key:{retryKey}"));

    private DeliveryRow? Opened(DeliveryRow? row) => row?.Answer is not { } answer ? row
        : vault.Open(NameOf(row.DeliveryId), answer).Succeeded(out var opened, out var failure) ? row.With(opened)
        : throw new InvalidOperationException($"A delivery cannot be read: {failure.Code}.");
}
