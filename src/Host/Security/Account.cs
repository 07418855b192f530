namespace Host.Security;

/// <summary>An account that may sign in.</summary>
internal sealed record Account
{
    public required string UserId { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Whose cases the person hands in; null for everybody else.</summary>
    public string? Partner { get; init; }

    /// <summary>The password is a first one, given by an operator: the person chooses another before anything else.</summary>
    public bool MustChoosePassword { get; init; }

    public bool HasSecondFactor { get; init; }

    public bool IsDisabled { get; init; }
}
