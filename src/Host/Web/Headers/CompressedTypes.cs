using Microsoft.AspNetCore.ResponseCompression;

namespace Host.Web.Headers;

/// <summary>
/// What is compressed: pages and what they load. Not JSON and CSV, whose strong tags are those of the bytes as they are; and nothing over HTTPS, where the length
/// of a page that repeats what was sent would tell of secrets beside it.
/// </summary>
internal static class CompressedTypes
{
    public static void Set(ResponseCompressionOptions options)
    {
        options.EnableForHttps = false;
        options.MimeTypes = ["text/html", "text/css", "text/javascript"];
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    }
}
