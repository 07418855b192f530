using Host.Web.Problems;
using Microsoft.AspNetCore.Diagnostics;

namespace Host.Web.Headers;

/// <summary>What is answered when the program itself failed: that it did, and nothing else, since an exception may quote anything.</summary>
internal static class Faults
{
    public static void Answer(IApplicationBuilder fault) => fault.Run(async context =>
    {
        // A request that is too large or breaks off is the caller's fault, and the server says which.
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad)
        {
            var status = bad.StatusCode;
            await Problem.Of(context, ProblemKinds.RequestBad with { Status = status }, $"{status}").ExecuteAsync(context);
            return;
        }

        if (context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal))
        {
            await Problem.Of(context, ProblemKinds.ServerFault).ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Bir hata oluştu; sizden kaynaklanmıyor.\nSomething failed on our side.\n");
    });
}
