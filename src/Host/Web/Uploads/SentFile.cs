using System.Text;
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
    private const int MostFields = 16;
    private const int LongestField = 4096;

    /// <returns>Null where a form holds no file.</returns>
    public static Task<Stream?> OpenAsync(HttpContext context, CancellationToken cancellationToken) => OpenAsync(context, fields: null, cancellationToken);

    /// <param name="context">The request.</param>
    /// <param name="fields">Takes the fields of the form that stand before the file; null where none are wanted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where a form holds no file.</returns>
    public static async Task<Stream?> OpenAsync(HttpContext context, IDictionary<string, string>? fields, CancellationToken cancellationToken)
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
            if (section.GetContentDispositionHeader() is not { } disposition)
            {
                continue;
            }

            if (disposition.IsFileDisposition())
            {
                return section.Body;
            }

            if (fields is { Count: < MostFields } && section.AsFormDataSection() is { } field)
            {
                fields[field.Name] = await FieldAsync(field, cancellationToken);
            }
        }

        return null;
    }

    private static async Task<string> FieldAsync(FormMultipartSection field, CancellationToken cancellationToken)
    {
        var text = new char[LongestField];
        using var reader = new StreamReader(field.Section.Body, Encoding.UTF8);
        return new string(text, 0, await reader.ReadBlockAsync(text, cancellationToken));
    }
}
