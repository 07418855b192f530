using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Host.Security;

namespace Host.Reminders;

/// <summary>
/// Reminders as signed posts of JSON. <c>X-Reporting-Signature</c> is <c>sha256=</c> and the HMAC-SHA256 (hex) of the value of <c>X-Reporting-Time</c>, a full stop
/// and the body, so that neither can be changed nor sent again later.
/// </summary>
internal sealed class WebhookChannel : IReminderChannel, IDisposable
{
    /// <summary>Shortest secret that is taken.</summary>
    public const int ShortestSecret = 16;

    private readonly Uri _address;
    private readonly byte[] _secret;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(20) };

    public WebhookChannel(Uri address, string secret, TimeProvider clock) => (_address, _secret, _clock) = (address, Encoding.UTF8.GetBytes(secret), clock);

    public string Name => "webhook";

    public bool Reaches(Contact contact) => true;

    public async Task<ReminderResult> SendAsync(ReminderMessage message, CancellationToken cancellationToken)
    {
        var time = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 1,
            user = message.Reminder.Contact.UserId,
            language = message.Tongue,
            text = message.Sentence,
            link = message.Link.ToString(),
        });
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{time}."), .. body];
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Reporting-Time", time);
        request.Headers.Add("X-Reporting-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(_secret, signed))}");
        try
        {
            using var answer = await _client.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode ? ReminderResult.Sent
                : answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError ? ReminderResult.Later("WebhookDeferred")
                : ReminderResult.Never("WebhookRefused");
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return ReminderResult.Away("WebhookAway");
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ReminderResult.Unanswered;
        }
    }

    public void Dispose() => _client.Dispose();
}
