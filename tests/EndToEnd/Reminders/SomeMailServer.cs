using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EndToEnd.Reminders;

/// <summary>A mail server on this machine that speaks SMTP as far as a mail needs it, in clear, and keeps what it is given. It can be told what to answer.</summary>
internal sealed class SomeMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public SomeMailServer(IPAddress? address = null)
    {
        _listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answer to a recipient; 250 takes him.</summary>
    public string Recipient { get; set; } = "250 ok";

    /// <summary>Hangs up when the mail has come in, before it says whether it is taken.</summary>
    public bool HangsUp { get; set; }

    /// <summary>Mails as they came, headers and body.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>Every line that was said to it but the mails.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
                await writer.WriteLineAsync("220 mail.example");
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    Commands.Enqueue(line);
                    var word = line.Split(' ')[0].ToUpperInvariant();
                    if (word == "DATA")
                    {
                        await writer.WriteLineAsync("354 go on");
                        Mails.Enqueue(await MailAsync(reader));
                        if (HangsUp)
                        {
                            return;
                        }
                    }

                    await writer.WriteLineAsync(word switch { "RCPT" => Recipient, "QUIT" => "221 bye", _ => "250 ok" });
                    if (word == "QUIT")
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // Whoever hangs up has said all.
                return;
            }
        }
    }

    private async Task<string> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            mail.AppendLine(line);
        }

        return mail.ToString();
    }
}
