using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EndToEnd.Reminders;

/// <summary>A program on this machine that takes reminders over HTTP and keeps them with their headers.</summary>
internal sealed class SomeWebhook : IAsyncDisposable
{
    private readonly WebApplication _server;

    private SomeWebhook(WebApplication server) => _server = server;

    public Uri Address => new(new Uri(_server.Urls.First()), "/reminders");

    public int Status { get; set; } = 204;

    public ConcurrentQueue<(string Body, string Time, string Signature)> Posts { get; } = new();

    public static async Task<SomeWebhook> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var hook = new SomeWebhook(server);
        server.Run(hook.TakeAsync);
        await server.StartAsync(cancellationToken);
        return hook;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Posts.Enqueue((await reader.ReadToEndAsync(context.RequestAborted), context.Request.Headers["X-Reporting-Time"].ToString(), context.Request.Headers["X-Reporting-Signature"].ToString()));
        context.Response.StatusCode = Status;
        if (Status == StatusCodes.Status307TemporaryRedirect)
        {
            context.Response.Headers.Location = "/elsewhere";
        }
    }
}
