namespace Host.Security;

/// <summary>A row of the table of users.</summary>
internal sealed class UserRow
{
    public required string UserId { get; init; }

    public bool IsPerson { get; init; }

    public string? Password { get; init; }

    /// <summary>Until when a first password is good.</summary>
    public string? PasswordUntil { get; init; }

    public byte[]? Salt { get; init; }

    public byte[]? Hash { get; init; }

    public long? Iterations { get; init; }

    public string? Partner { get; init; }

    public bool HasSecondFactor { get; init; }

    public long Failures { get; init; }

    public string? LockedUntil { get; init; }

    public string? DisabledAt { get; init; }

    /// <summary>The password as Identity keeps it, whichever way this program kept it.</summary>
    public string? Kept => Password ?? (Salt is { } salt && Hash is { } hash && Iterations is { } rounds ? PasswordHash.OfParts(salt, hash, rounds) : null);
}
