using Microsoft.AspNetCore.Http.Extensions;

namespace Host.Web.Listening;

/// <summary>Sends a plain request on to the same address over HTTPS, and answers nothing else to it.</summary>
internal sealed class HttpsOnly(RequestDelegate next, int port)
{
    private const int UsualPort = 443;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.IsHttps)
        {
            return next(context);
        }

        var host = port == UsualPort ? new HostString(request.Host.Host) : new HostString(request.Host.Host, port);
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = UriHelper.BuildAbsolute("https", host, request.PathBase, request.Path, request.QueryString);
        return Task.CompletedTask;
    }
}
