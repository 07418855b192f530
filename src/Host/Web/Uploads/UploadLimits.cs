using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Uploads;

/// <summary>How often an address may knock. Not by key: whoever makes keys up would have a new allowance with each.</summary>
internal static class UploadLimits
{
    private const int Burst = 120;
    private const int PerMinute = 120;

    public static void Set(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(UploadRoutes.Limit, context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = PerMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), AutoReplenishment = true }));
        options.OnRejected = async (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            await Problem.Of(context.HttpContext, StatusCodes.Status429TooManyRequests, "TooManyUploads").ExecuteAsync(context.HttpContext);
        };
    }
}
