namespace Host.Configuration;

/// <summary>The mail server that takes reminders. TLS is required, except of this machine.</summary>
internal sealed record SmtpSettings
{
    /// <summary>Name or IP address. None by default.</summary>
    public string? Host { get; init; }

    /// <summary>With 465, TLS from the first byte; with any other, STARTTLS. Default 587.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Address that reminders come from.</summary>
    public string? From { get; init; }

    /// <summary>Name to sign in by; none where the server asks for none.</summary>
    public string? User { get; init; }

    /// <summary>File that holds the password of that name; else it is <c>REPORTING_SMTP_PASSWORD</c>.</summary>
    public string? PasswordFile { get; init; }
}
