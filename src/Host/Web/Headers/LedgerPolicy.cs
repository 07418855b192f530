using System.Globalization;
using Host.Web.Site;
using Microsoft.AspNetCore.OutputCaching;

namespace Host.Web.Headers;

/// <summary>Keeps what is rendered for as long as the ledger stands as it did then.</summary>
internal static class LedgerPolicy
{
    /// <summary>The policy of readers' pages.</summary>
    public const string Name = "ledger";

    /// <param name="policy">Of a page or a route.</param>
    /// <param name="query">The parameters that tell answers apart; no others do.</param>
    public static void Build(OutputCachePolicyBuilder policy, params string[] query) => policy
        .Expire(TimeSpan.FromMinutes(10))
        .SetVaryByQuery(query)
        .VaryByValue(context => new KeyValuePair<string, string>(
            "ledger",
            context.RequestServices.GetRequiredService<PublishedSite>().Current().Entries.ToString(CultureInfo.InvariantCulture)));
}
