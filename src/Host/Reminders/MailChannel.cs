using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Host.Configuration;
using Host.Security;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Host.Reminders;

/// <summary>Reminders as mails.</summary>
internal sealed class MailChannel(SmtpSettings settings, string? password, TimeProvider clock) : IReminderChannel
{
    private const int TlsFromTheFirstByte = 465;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Name => "mail";

    public bool Reaches(Contact contact) => contact.Email is not null;

    public async Task<ReminderResult> SendAsync(ReminderMessage message, CancellationToken cancellationToken)
    {
        if (Write(message) is not { } mail)
        {
            return ReminderResult.Never("AddressWrong");
        }

        using (mail)
        using (var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, LocalDomain = "localhost" })
        {
            return await ConnectAsync(client, cancellationToken) ?? await HandOverAsync(client, mail, cancellationToken);
        }
    }

    /// <summary>How a server is spoken to: in clear on this machine only.</summary>
    internal static SecureSocketOptions SecurityOf(string host, int port) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)) ? SecureSocketOptions.None
        : port == TlsFromTheFirstByte ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    // Addresses were checked when they were kept; whoever writes the database by hand gets no second header either.
    private MimeMessage? Write(ReminderMessage message)
    {
        if (message.Reminder.Contact.Email is not { } email || !ContactTable.IsEmail(email) || settings.From is not { } from || !ContactTable.IsEmail(from))
        {
            return null;
        }

        // The library would name the machine in the id.
        return new MimeMessage([new MailboxAddress("", from)], [new MailboxAddress("", email)], message.Title, new TextPart("plain") { Text = $"{message.Sentence}\n\n{message.Link}\n" })
        {
            Date = clock.GetUtcNow(),
            MessageId = $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}@{from.Split('@')[1]}",
            Headers = { { HeaderId.AutoSubmitted, "auto-generated" } },
        };
    }

    private async Task<ReminderResult?> ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, SecurityOf(settings.Host!, settings.Port), cancellationToken);
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, password ?? "", cancellationToken);
            }

            return null;
        }
        catch (Exception exception) when (exception is SslHandshakeException or NotSupportedException)
        {
            return ReminderResult.Away("MailNotSecure");
        }
        catch (AuthenticationException)
        {
            return ReminderResult.Away("MailSignIn");
        }
        catch (Exception exception) when (exception is IOException or SocketException or TimeoutException or ProtocolException or SmtpCommandException)
        {
            return ReminderResult.Away("MailAway");
        }
    }

    private static async Task<ReminderResult> HandOverAsync(SmtpClient client, MimeMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(mail, cancellationToken);
        }
        catch (SmtpCommandException exception)
        {
            return (int)exception.StatusCode < 500 ? ReminderResult.Later("MailDeferred") : ReminderResult.Never("MailRefused");
        }
        catch (ServiceNotAuthenticatedException)
        {
            // The server asks for a sign-in that is not set up; nothing has gone out.
            return ReminderResult.Away("MailSignIn");
        }
        catch (Exception exception) when (exception is IOException or SocketException or TimeoutException or ProtocolException)
        {
            return ReminderResult.Unanswered;
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException or TimeoutException or ProtocolException or SmtpCommandException)
        {
            // It has been taken; how the server says goodbye changes nothing.
            return ReminderResult.Sent;
        }

        return ReminderResult.Sent;
    }
}
