using Microsoft.AspNetCore.Diagnostics;
using Publication.Tables;

namespace Host.Web.Wording;

/// <summary>The language of an answer: that of the address; where it names none, English for browsers that prefer it to Turkish, else Turkish.</summary>
internal static class ReaderLanguage
{
    public static Language Of(HttpRequest request)
    {
        if (AddressOf(request).Split('/')[1] is var named && (named is "tr" or "en"))
        {
            return named == "en" ? Language.En : Language.Tr;
        }

        var preferred = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0])
            .FirstOrDefault(l => l is "tr" or "en");
        return preferred == "en" ? Language.En : Language.Tr;
    }

    /// <summary><c>tr</c> or <c>en</c>, as addresses begin.</summary>
    public static string TongueOf(HttpRequest request) => Of(request) == Language.Tr ? "tr" : "en";

    /// <summary>The page that was asked for, in the other language; the first page where the address names no language.</summary>
    public static string OtherAddress(HttpRequest request)
    {
        var address = AddressOf(request);
        var other = Of(request) == Language.Tr ? "/en" : "/tr";
        return address.Split('/')[1] is "tr" or "en" ? $"{other}{address[3..]}{request.QueryString}" : other;
    }

    // A page that says that nothing is there answers in the place of the one that was asked for.
    private static string AddressOf(HttpRequest request) =>
        (request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? request.Path.Value) is ['/', ..] and var path ? path : "/";
}
