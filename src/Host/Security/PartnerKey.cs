namespace Host.Security;

/// <summary>A key of a partner's program, without its secret.</summary>
internal sealed record PartnerKey
{
    public required string KeyId { get; init; }

    public required string Partner { get; init; }

    public required string CreatedAt { get; init; }

    public required string ExpiresAt { get; init; }

    public string? RevokedAt { get; init; }

    public string? LastUsedAt { get; init; }
}
