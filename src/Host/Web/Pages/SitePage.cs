using Host.Web.Site;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Publication.Tables;

namespace Host.Web.Pages;

/// <summary>What every page has: an edition of what is published, a language, texts.</summary>
internal abstract class SitePage(PublishedSite site, SiteTexts texts) : PageModel
{
    public SiteEdition Edition { get; } = site.Current();

    public Language Language => ReaderLanguage.Of(HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is { } first
        ? LanguageOnly(first.OriginalPath)
        : Request);

    /// <summary><c>tr</c> or <c>en</c>: also the beginning of every address.</summary>
    public string Tongue => Language == Language.Tr ? "tr" : "en";

    /// <summary>The same page in the other language.</summary>
    public string OtherAddress => string.Concat(Language == Language.Tr ? "/en" : "/tr", Request.Path.Value?.Length >= 3 ? Request.Path.Value[3..] : "");

    public string this[string key] => texts.Of(key, Language);

    private HttpRequest LanguageOnly(string path)
    {
        Request.Path = path;
        return Request;
    }
}
