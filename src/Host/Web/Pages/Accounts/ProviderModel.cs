using Host.Composition;
using Host.Web.Accounts;
using Host.Web.Wording;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Host.Web.Pages.Accounts;

/// <summary>
/// On to the identity provider. It is a link, not a form: the content policy lets a form lead to this server only. There is no such page where there is no provider.
/// </summary>
internal sealed class ProviderModel(Installation installation, IOptionsMonitor<OpenIdConnectOptions> options, SiteTexts texts) : AccountPage(texts)
{
    public async Task<IActionResult> OnGetAsync() =>
        installation.Settings.Web.OpenIdConnect.Authority is null ? NotFound()
            : await ProviderSignIn.BeginAsync(HttpContext, Tongue, Next, options.Get(ProviderSignIn.Scheme)) ? new EmptyResult()
            : Redirect($"/{Tongue}/sign-in?provider=away{(Next is null ? "" : $"&next={Uri.EscapeDataString(Next)}")}");
}
