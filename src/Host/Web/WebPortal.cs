using System.Globalization;
using Host.Composition;
using Host.Web.Accounts;
using Host.Web.Assets;
using Host.Web.Files;
using Host.Web.Headers;
using Host.Web.Site;
using Host.Web.Uploads;
using Host.Web.Wording;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;

namespace Host.Web;

/// <summary>The web server: reads the ledger of one installation and listens on this machine alone.</summary>
internal static class WebPortal
{
    /// <param name="desk">Whose releases are shown, and whose intake is open.</param>
    /// <param name="isDemo">Every page then says that its figures are made up.</param>
    /// <param name="port">On the loopback address; 0 takes a free one.</param>
    public static WebApplication Build(ReleaseDesk desk, bool isDemo, int port)
    {
        // Nothing is read from the folder the program happens to be started in, and nothing is written to a console.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebPortal).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => o.AddServerHeader = false)
            .UseUrls(port == 0 ? "http://127.0.0.1:0" : string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
        var installation = desk.Installation;
        installation.Deliveries.AbandonAll();
        builder.Services.AddSingleton(installation);
        builder.Services.AddSingleton(installation.Clock);
        builder.Services.AddSingleton(desk);
        builder.Services.AddSingleton(installation.PartnerKeys);
        builder.Services.AddSingleton(installation.Deliveries);
        builder.Services.AddSingleton(new DeliveryDesk(desk.Door, installation.Deliveries, digest => installation.ContentCode(digest)));
        builder.Services.AddSingleton<IntakePlaces>();
        builder.Services.AddRateLimiter(UploadLimits.Set);
        builder.Services.AddSingleton(new SiteMode(isDemo));
        builder.Services.AddSingleton<PublishedSite>();
        builder.Services.AddSingleton<SiteAssets>();
        builder.Services.AddSingleton<SiteTexts>();
        builder.Services.AddRouting(o => o.SetParameterPolicy<LanguageConstraint>(LanguageConstraint.Name));
        builder.Services.AddRazorPages(PageAccess.Set);
        builder.Services.AddOutputCache(o => o.AddPolicy(LedgerPolicy.Name, LedgerPolicy.Build));
        AccountServices.Add(builder.Services, installation);
        builder.Services.AddResponseCompression(o => o.EnableForHttps = false);

        var portal = builder.Build();
        portal.UseMiddleware<SecurityHeaders>();
        portal.UseExceptionHandler(Faults.Answer);
        portal.UseStatusCodePagesWithReExecute("/{0}");
        portal.UseResponseCompression();
        portal.UseRouting();
        portal.UseRateLimiter();
        portal.UseAuthentication();
        portal.UseAuthorization();
        portal.UseOutputCache();
        portal.MapRazorPages();
        var open = portal.MapGroup("").AllowAnonymous();
        AssetRoutes.Map(open);
        FileRoutes.Map(open);
        UploadRoutes.Map(open);
        open.MapGet("/", (HttpContext context) => Results.Redirect($"/{ReaderLanguage.TongueOf(context.Request)}"));
        open.MapGet("/setup", (HttpContext context) => Results.Redirect($"/{ReaderLanguage.TongueOf(context.Request)}/setup{context.Request.QueryString}"));
        open.MapGet("/health", () => Results.Text("ok"));
        open.MapFallback("{**path}", () => Results.NotFound());
        return portal;
    }
}
