using Host.Web.Wording;

namespace Host.Web.Pages.Accounts;

/// <summary>What somebody sees who may not do what he asked for, or whose form was open for too long.</summary>
internal sealed class RefusedModel(SiteTexts texts) : AccountPage(texts)
{
    public bool IsForbidden { get; private set; }

    public void OnGet(int code) => IsForbidden = code == StatusCodes.Status403Forbidden;

    // A form that was refused arrives here as it was sent.
    public void OnPost(int code) => OnGet(code);
}
