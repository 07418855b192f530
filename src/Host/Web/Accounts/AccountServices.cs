using Host.Composition;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Host.Web.Accounts;

/// <summary>What signing in takes.</summary>
internal static class AccountServices
{
    /// <param name="services">Of the web server.</param>
    /// <param name="installation">Whose users sign in.</param>
    /// <param name="provider">Through which they may sign in as well; null where there is none.</param>
    public static void Add(IServiceCollection services, Installation installation, IdentityProvider? provider)
    {
        services.AddSingleton(installation.Users);
        services.AddSingleton(installation.Sessions);
        services.AddSingleton(installation.SecondFactors);
        services.AddSingleton(installation.ExternalSubjects);
        services.AddSingleton<SetupToken>();
        services.AddDataProtection().SetApplicationName("reporting");
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new VaultKeys(installation.Vault, installation.Settings.Store.Private));
        var schemes = services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, SessionCookie.Set);
        if (provider is not null)
        {
            schemes.AddOpenIdConnect(ProviderSignIn.Scheme, o => ProviderSignIn.Set(o, provider));
        }

        services.AddAuthorization(Access.Set);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "reporting-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.FormFieldName = "form";
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(AttemptLimit.Set);
    }
}
