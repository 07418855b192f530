using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Benchmarks.Web;

/// <summary>The yardstick: a process in which ASP.NET's own middleware sends files of a folder, and nothing else happens.</summary>
internal static class StaticFileServer
{
    public const string Verb = "static-files";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{args[0]}"));
        await using var server = builder.Build();
        using var files = new PhysicalFileProvider(args[1]);
        server.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        await server.RunAsync();
        return 0;
    }
}
