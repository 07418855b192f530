using Hangfire;
using Hangfire.Dashboard;
using Host.Jobs;
using Host.Web.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Host.Web.Operation;

/// <summary>Hangfire's own pages, for operators alone and to look at only: what is due stands in our table of slots, and is changed there.</summary>
internal static class JobsDashboard
{
    public const string Path = "/desk/jobs";

    // Hangfire's pages carry styles of their own within them; scripts come as files like ours.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The two things that the board asks for. The library's own registration would set logging for the whole process, and quote exceptions in it.</summary>
    public static void Add(IServiceCollection services) => services.AddSingleton<IGlobalConfiguration>(GlobalConfiguration.Configuration).AddSingleton(DashboardRoutes.Routes);

    public static void Map(IEndpointRouteBuilder routes, JobServer jobs) => routes.MapHangfireDashboard(
            Path,
            new DashboardOptions
            {
                // The policy of the route has decided already.
                Authorization = [],
                IsReadOnlyFunc = _ => true,
                DisplayStorageConnectionString = false,
                DashboardTitle = "",
                AppPath = "/",
                DisplayNameFunc = (_, job) => job.Method.Name,
            },
            jobs.Storage)
        .RequireAuthorization(Access.Operator)
        .Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                context.Response.Headers.CacheControl = "no-store";
                return next(context);
            };
        });
}
