namespace Host.Configuration;

/// <summary>Reminders to people of what waits for them: by mail, by a webhook, by both, or (where neither is set) not at all.</summary>
internal sealed record ReminderSettings
{
    /// <summary>Address of this site as people open it, for the links; HTTPS, or this machine. Needed with either channel.</summary>
    public string? Site { get; init; }

    /// <summary>When they go out, each day. Default 09:00.</summary>
    public TimeOnly At { get; init; } = new(9, 0);

    /// <summary>Days before the cut-off day on which a partner that owes the quarter is reminded. Default 7, 1 to 30.</summary>
    public int DaysBefore { get; init; } = 7;

    /// <summary>Days after it. Default 3, 1 to 30.</summary>
    public int DaysAfter { get; init; } = 3;

    public SmtpSettings Smtp { get; init; } = new();

    public WebhookSettings Webhook { get; init; } = new();

    /// <summary>Whether anything is sent at all.</summary>
    internal bool IsOn => Smtp.Host is not null || Webhook.Address is not null;
}
