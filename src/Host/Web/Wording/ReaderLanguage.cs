using Publication.Tables;

namespace Host.Web.Wording;

/// <summary>The language of an answer: that of the address; where it names none, English for browsers that prefer it to Turkish, else Turkish.</summary>
internal static class ReaderLanguage
{
    public static Language Of(HttpRequest request)
    {
        var first = request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (first is "tr" or "en")
        {
            return first == "en" ? Language.En : Language.Tr;
        }

        var preferred = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0])
            .FirstOrDefault(l => l is "tr" or "en");
        return preferred == "en" ? Language.En : Language.Tr;
    }
}
