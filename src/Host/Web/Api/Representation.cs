using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Host.Web.Api;

/// <summary>
/// Bytes that are sent, under a strong tag. The tag is the digest of the bytes, which follow from a sealed release: the digest of the release alone would be
/// the same for CSV and JSON, and would outlive a change in how we write either.
/// </summary>
internal sealed record Representation(byte[] Content, string ContentType, EntityTagHeaderValue Tag)
{
    /// <summary>For what is behind an address that always means the same.</summary>
    public const string ForGood = "public, max-age=31536000, immutable";

    /// <summary>For what changes with the next publication.</summary>
    public const string ForAMinute = "public, max-age=60";

    private const int TagLength = 32;

    public static Representation Of(byte[] content, string contentType) =>
        new(content, contentType, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..TagLength]}\""));

    /// <summary>The answer; without a body for a caller who has these bytes already.</summary>
    /// <param name="response">Gets the headers.</param>
    /// <param name="isPermanent">The address will never mean anything else.</param>
    /// <param name="download">Name of the file for those who keep it; null where it is shown in place.</param>
    public IResult Answer(HttpResponse response, bool isPermanent, string? download = null)
    {
        response.Headers.CacheControl = isPermanent ? ForGood : ForAMinute;

        // What is public may be read by any page of any site; no cookie goes with it.
        response.Headers.AccessControlAllowOrigin = "*";
        return Results.File(Content, ContentType, download, entityTag: Tag);
    }
}
