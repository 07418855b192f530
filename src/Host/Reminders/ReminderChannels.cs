using Host.Configuration;
using Host.Outcomes;

namespace Host.Reminders;

/// <summary>The channels that the settings name, with their secrets.</summary>
internal static class ReminderChannels
{
    public const string PasswordVariable = "REPORTING_SMTP_PASSWORD";

    public const string SecretVariable = "REPORTING_WEBHOOK_SECRET";

    /// <param name="settings">Checked before.</param>
    /// <param name="variable">A variable of the environment; a file wins over it.</param>
    /// <param name="clock">Of mails and signatures.</param>
    public static Outcome<IReadOnlyList<IReminderChannel>> Read(ReminderSettings settings, Func<string, string?> variable, TimeProvider clock)
    {
        var channels = new List<IReminderChannel>();
        if (settings.Smtp is { Host: not null } smtp)
        {
            var password = Secret(smtp.PasswordFile, variable(PasswordVariable));
            if (smtp.User is not null && password.Length == 0)
            {
                return new Failure(ExitCode.DependencyUnavailable, "SmtpPasswordMissing", PasswordVariable);
            }

            channels.Add(new MailChannel(smtp, password, clock));
        }

        if (settings.Webhook is { Address: { } address } webhook)
        {
            var secret = Secret(webhook.SecretFile, variable(SecretVariable));
            if (secret.Length < WebhookChannel.ShortestSecret)
            {
                return new Failure(ExitCode.DependencyUnavailable, "WebhookSecretMissing", SecretVariable, $"{WebhookChannel.ShortestSecret}");
            }

            channels.Add(new WebhookChannel(new Uri(address), secret, clock));
        }

        return Outcome<IReadOnlyList<IReminderChannel>>.Of(channels);
    }

    private static string Secret(string? file, string? variable)
    {
        try
        {
            return (file is null ? variable : File.ReadAllText(file))?.Trim() ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
