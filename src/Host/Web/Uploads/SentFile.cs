using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Host.Web.Uploads;

/// <summary>The one file of a request, as a stream: the body itself, or the first file of a form. Its name is not looked at.</summary>
internal static class SentFile
{
    /// <summary>Largest request, in bytes: some two million rows. A larger file comes through the watched folder, which need not hold it in memory.</summary>
    public const long MostBytes = 256L << 20;

    private const int LongestBoundary = 100;

    /// <returns>Null where a form holds no file.</returns>
    public static async Task<Stream?> OpenAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        // Readers of workbooks and archives read in their own way; waiting for bytes blocks a thread here, one for each delivery under way.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return context.Request.Body;
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= LongestBoundary })
        {
            return null;
        }

        var reader = new MultipartReader(boundary, context.Request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                return section.Body;
            }
        }

        return null;
    }
}
