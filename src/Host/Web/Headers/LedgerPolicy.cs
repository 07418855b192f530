using System.Globalization;
using Host.Web.Site;
using Microsoft.AspNetCore.OutputCaching;

namespace Host.Web.Headers;

/// <summary>Keeps rendered pages for as long as the ledger stands as it did when they were rendered.</summary>
internal static class LedgerPolicy
{
    public const string Name = "ledger";

    public static void Build(OutputCachePolicyBuilder policy) => policy
        .Expire(TimeSpan.FromMinutes(10))
        .SetVaryByQuery("table")
        .VaryByValue(context => new KeyValuePair<string, string>(
            "ledger",
            context.RequestServices.GetRequiredService<PublishedSite>().Current().Entries.ToString(CultureInfo.InvariantCulture)));
}
