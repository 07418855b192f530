namespace Host.Configuration;

/// <summary>How partners' files come in.</summary>
internal sealed record IntakeSettings
{
    /// <summary>Watched folder with one folder a partner; none by default.</summary>
    public string? Folder { get; init; }

    /// <summary>A rejected file waits this long, encrypted, for its repair. Default 14 days, 1 to 90.</summary>
    public int RepairDays { get; init; } = 14;
}
