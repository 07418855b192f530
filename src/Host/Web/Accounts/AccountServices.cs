using Host.Composition;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Host.Web.Accounts;

/// <summary>What signing in takes.</summary>
internal static class AccountServices
{
    public static void Add(IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation.Users);
        services.AddSingleton(installation.Sessions);
        services.AddSingleton(installation.SecondFactors);
        services.AddSingleton<SetupToken>();
        services.AddDataProtection().SetApplicationName("reporting");
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new VaultKeys(installation.Vault, installation.Settings.Store.Private));
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, SessionCookie.Set);
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
