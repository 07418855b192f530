using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Host.Web.Headers;

/// <summary>
/// Nothing that a browser sends touches the disk. A form fits into memory or is refused; files are read as streams by those who take them. Should the
/// framework ever want to put a request aside, it finds no folder for it and fails.
/// </summary>
internal static class FormsInMemory
{
    private const int MostBytes = 1 << 20;

    public static void Set(IWebHostBuilder host, IServiceCollection services)
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", Path.Combine(AppContext.BaseDirectory, "no-such-folder"));
        host.ConfigureServices(s => s.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = MostBytes));
        services.Configure<FormOptions>(o => (o.MemoryBufferThreshold, o.MultipartBodyLengthLimit) = (MostBytes, MostBytes));
    }
}
