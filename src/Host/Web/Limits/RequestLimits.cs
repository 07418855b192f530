using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Host.Configuration;
using Host.Web.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Limits;

/// <summary>
/// How often an address may ask: a bucket that is as large as a minute's allowance and fills evenly. Uploads have a bucket of their own. Not by key: whoever
/// makes keys up would have a new allowance with each.
/// </summary>
internal static class RequestLimits
{
    /// <summary>The policy of the routes that take files.</summary>
    public const string Uploads = "uploads";

    private const int UploadsPerMinute = 120;

    private static readonly TimeSpan Drip = TimeSpan.FromSeconds(1);

    public static void Set(RateLimiterOptions options, WebSettings settings)
    {
        options.AddPolicy(Uploads, context => Bucket(context, UploadsPerMinute));
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsCountedElsewhere(context)
            ? RateLimitPartition.GetNoLimiter("")
            : Bucket(context, settings.ReadsPerMinute));
        options.OnRejected = async (rejected, _) =>
        {
            var context = rejected.HttpContext;
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            }

            context.Response.Headers.CacheControl = "no-store";
            await Problem.Of(context, IsUpload(context) ? ProblemKinds.TooManyUploads : ProblemKinds.TooManyReads).ExecuteAsync(context);
        };
    }

    /// <summary>Who asks: an IPv4 address, or the first half of an IPv6 address, since whoever has one has all that share the half.</summary>
    internal static string CallerOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address.ToString() : Convert.ToHexString(bytes.AsSpan(0, bytes.Length / 2));
    }

    private static RateLimitPartition<string> Bucket(HttpContext context, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(
        CallerOf(context.Connection.RemoteIpAddress),
        _ => new TokenBucketRateLimiterOptions { TokenLimit = perMinute, TokensPerPeriod = perMinute / 60, ReplenishmentPeriod = Drip });

    // The page that says that nothing is there is part of the request that was counted already.
    private static bool IsCountedElsewhere(HttpContext context) => IsUpload(context) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static bool IsUpload(HttpContext context) =>
        string.Equals(context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName, Uploads, StringComparison.Ordinal);
}
