using System.Globalization;
using Host.Web.Site;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

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
        .VaryByValue(context => new KeyValuePair<string, string>("ledger", EntriesOf(context).ToString(CultureInfo.InvariantCulture)))
        .VaryByValue(context => new KeyValuePair<string, string>("encoding", EncodingOf(context)));

    private static long EntriesOf(HttpContext context) => context.RequestServices.GetRequiredService<PublishedSite>().Current().Entries;

    // Callers word their wish in many ways; what they get is one of three.
    private static string EncodingOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName ?? "";
}
