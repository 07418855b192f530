namespace Host.Configuration;

/// <summary>A program that takes reminders over HTTPS and tells people in its own way.</summary>
internal sealed record WebhookSettings
{
    /// <summary>Where reminders are posted; HTTPS, or this machine. None by default.</summary>
    public string? Address { get; init; }

    /// <summary>File that holds the secret of the signature; else it is <c>REPORTING_WEBHOOK_SECRET</c>.</summary>
    public string? SecretFile { get; init; }
}
