using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Host.Web.Listening;

/// <summary>Takes the word of one web server in front, and of nobody else, for who asks and over what.</summary>
internal static class ForwardedFrom
{
    public static void Set(ForwardedHeadersOptions options, IPAddress proxy)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        options.KnownProxies.Add(proxy);
        options.ForwardLimit = 1;
    }
}
