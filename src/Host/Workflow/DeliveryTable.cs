using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>Deliveries over the network. Every question names the partner, so that none sees another's.</summary>
internal sealed class DeliveryTable(WorkflowDatabase database, TimeProvider clock)
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
        try
        {
            connection.Execute(
                "INSERT INTO deliveries (delivery_id, partner, retry_key, state, received_at) VALUES (@id, @partner, @retryKey, 'running', @at)",
                new { id, partner, retryKey, at = Instant.Write(clock.GetUtcNow()) });
            return id;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 19)
        {
            return null;
        }
    }

    public void Finish(string deliveryId, bool isAccepted, string contentMac, byte[] answer)
    {
        using var connection = database.Connect();
        connection.Execute(
            "UPDATE deliveries SET state = @state, content_mac = @contentMac, finished_at = @at, answer = @answer WHERE delivery_id = @deliveryId",
            new { deliveryId, state = isAccepted ? "accepted" : "rejected", contentMac, at = Instant.Write(clock.GetUtcNow()), answer });
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
        return connection.QuerySingleOrDefault<DeliveryRow>(
            $"SELECT {Columns} FROM deliveries WHERE partner = @partner AND delivery_id = @deliveryId", new { partner, deliveryId });
    }

    public DeliveryRow? FindByRetryKey(string partner, string retryKey)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<DeliveryRow>(
            $"SELECT {Columns} FROM deliveries WHERE partner = @partner AND retry_key = @retryKey", new { partner, retryKey });
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DeliveryRow> Of(string partner, int most)
    {
        using var connection = database.Connect();
        return [.. connection.Query<DeliveryRow>(
            $"SELECT {Columns} FROM deliveries WHERE partner = @partner ORDER BY received_at DESC, delivery_id LIMIT @most", new { partner, most })];
    }
}
