using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Accounts;

/// <summary>Attempts to sign in from one address: enough for a whole office, too few for guessing. The lock of an account comes on top.</summary>
internal static class AttemptLimit
{
    public const string Name = "attempts";

    private const int PerMinute = 30;

    public static void Set(RateLimiterOptions options) => options.AddPolicy(Name, context => !HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
