using Host.Auditing;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Publication.Tables;

namespace Host.Web.Pages;

/// <summary>What every page has: a language, and the fixed sentences in it.</summary>
internal abstract class PageInLanguage(SiteTexts texts) : PageModel
{
    public Language Language => ReaderLanguage.Of(Request);

    /// <summary><c>tr</c> or <c>en</c>: also the beginning of every address.</summary>
    public string Tongue => ReaderLanguage.TongueOf(Request);

    /// <summary>The same page in the other language.</summary>
    public string OtherAddress => ReaderLanguage.OtherAddress(Request);

    public string this[string key] => texts.Of(key, Language);

    /// <summary>What a code of an audit chain says.</summary>
    public string Did(string code) => AuditWords.Of(code, texts, Language);
}
