using System.Net;
using Host.Composition;
using Host.Jobs;
using Host.Web.Accounts;
using Host.Web.Api;
using Host.Web.Assets;
using Host.Web.Description;
using Host.Web.Files;
using Host.Web.Headers;
using Host.Web.Health;
using Host.Web.Limits;
using Host.Web.Listening;
using Host.Web.Metrics;
using Host.Web.Operation;
using Host.Web.Problems;
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
    public static WebApplication Build(ReleaseDesk desk, bool isDemo, int port) => Build(desk, isDemo, Listener.OnThisMachine(port));

    /// <param name="desk">Whose releases are shown, and whose intake is open.</param>
    /// <param name="isDemo">Every page then says that its figures are made up.</param>
    /// <param name="listener">Where to listen.</param>
    /// <param name="jobs">Whose jobs an operator may look at; null where none run.</param>
    /// <param name="provider">Through which people may sign in beside their passwords; null where there is none.</param>
    public static WebApplication Build(ReleaseDesk desk, bool isDemo, Listener listener, JobServer? jobs = null, IdentityProvider? provider = null)
    {
        // Nothing is read from the folder the program happens to be started in, and nothing is written to a console.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebPortal).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(listener.Set);
        FormsInMemory.Set(builder.WebHost, builder.Services);
        var installation = desk.Installation;
        var settings = installation.Settings.Web;
        installation.Deliveries.AbandonAll();
        builder.Services.AddSingleton(installation);
        builder.Services.AddSingleton(installation.Clock);
        builder.Services.AddSingleton(desk);
        builder.Services.AddSingleton(installation.PartnerKeys);
        builder.Services.AddSingleton(installation.Deliveries);
        builder.Services.AddSingleton(new DeliveryDesk(desk.Door, installation.Deliveries, digest => installation.ContentCode(digest)));
        builder.Services.AddSingleton<IntakePlaces>();
        builder.Services.AddSingleton<UploadWatch>();
        builder.Services.AddSingleton(desk.Words);
        builder.Services.AddSingleton(desk.Templates);
        builder.Services.AddRateLimiter(o => RequestLimits.Set(o, settings));
        builder.Services.AddSingleton(new SiteMode(isDemo));
        builder.Services.AddSingleton<PublishedSite>();
        builder.Services.AddSingleton<HealthProbe>();
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<RequestMeter>();
        builder.Services.AddSingleton<MetricsText>();
        builder.Services.AddSingleton<TableShelf>();
        builder.Services.AddSingleton<SiteAssets>();
        builder.Services.AddSingleton<SiteTexts>();
        builder.Services.AddRouting(o => o.SetParameterPolicy<LanguageConstraint>(LanguageConstraint.Name));
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(ApiJson.Set);
        ApiDescription.Add(builder.Services);
        builder.Services.AddRazorPages(PageAccess.Set);
        builder.Services.AddOutputCache(o => o.AddPolicy(LedgerPolicy.Name, policy => LedgerPolicy.Build(policy, "table", "period")));
        AccountServices.Add(builder.Services, installation, provider);
        JobsDashboard.Add(builder.Services);
        builder.Services.AddResponseCompression(CompressedTypes.Set);

        if (settings.Proxy is { } proxy)
        {
            builder.Services.Configure<ForwardedHeadersOptions>(o => ForwardedFrom.Set(o, IPAddress.Parse(proxy)));
        }

        var portal = builder.Build();
        if (settings.Proxy is not null)
        {
            portal.UseForwardedHeaders();
        }

        if (listener.RedirectPort is not null)
        {
            portal.UseMiddleware<HttpsOnly>(listener.Port);
        }

        portal.UseMiddleware<SecurityHeaders>();
        portal.UseExceptionHandler(Faults.Answer);
        portal.UseStatusCodePagesWithReExecute("/{0}");
        portal.UseWhen(OutsideRoutes.Concern, calls => calls.UseStatusCodePages(OutsideRoutes.AnswerAsync));
        portal.UseRouting();
        portal.UseRateLimiter();
        portal.UseAuthentication();
        portal.UseAuthorization();

        // What is kept is kept compressed: it is written once, and sent often.
        portal.UseOutputCache();
        portal.UseResponseCompression();
        portal.MapRazorPages();
        var open = portal.MapGroup("").AllowAnonymous();
        AssetRoutes.Map(open);
        FileRoutes.Map(open);
        ReleaseRoutes.Map(open);
        ApiDescription.Map(open);
        UploadRoutes.Map(open);
        open.MapGet("/", (HttpContext context) => Results.Redirect($"/{ReaderLanguage.TongueOf(context.Request)}"));
        open.MapGet("/setup", (HttpContext context) => Results.Redirect($"/{ReaderLanguage.TongueOf(context.Request)}/setup{context.Request.QueryString}"));
        HealthRoutes.Map(open);
        _ = portal.Services.GetRequiredService<RequestMeter>();
        MetricsRoutes.Map(open, MetricsToken.Read(settings).Succeeded(out var token, out var unread) ? token : throw new InvalidOperationException($"Settings were checked before: {unread.Code}."));
        if (jobs is not null)
        {
            JobsDashboard.Map(portal, jobs);
        }

        open.MapFallback("{**path}", () => Results.NotFound());
        return portal;
    }
}
