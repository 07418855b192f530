using System.Net;
using EndToEnd.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>Every role at every route, by real requests.</summary>
[Trait("culture", "last")]
public sealed class RouteAccessTests
{
    [Fact]
    public async Task EveryRoute_IsOpenToThoseItNamesAndToNobodyElse()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));
        var wrong = new List<string>();
        foreach (var user in RouteTable.Everybody)
        {
            using var desk = await RoleUser.SignInAsync(portal, user);
            foreach (var (route, address, users) in RouteTable.All)
            {
                using var answer = await desk.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                if (IsRefused(answer) == users.Contains(user, StringComparer.Ordinal))
                {
                    wrong.Add($"{(user.Length == 0 ? "nobody" : user)} at {route}: {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryRoute_IsInTheTable()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));
        Assert.Equal(RouteTable.All.Select(r => r.Route).Order(StringComparer.Ordinal), portal.Routes.Select(r => r.Pattern).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryFormOfTheDesk_WantsItsToken()
    {
        await using var portal = await SitePortal.StartAsync(new SiteClock("2025-04-10T09:00:00Z"));
        foreach (var user in RouteTable.Everybody.Skip(2))
        {
            using var desk = await RoleUser.SignInAsync(portal, user);
            foreach (var (route, address, users) in RouteTable.All.Where(r => r.Route.StartsWith("{tongue:language}/desk", StringComparison.Ordinal) && r.Users.Contains(user, StringComparer.Ordinal)))
            {
                using var form = new FormUrlEncodedContent([]);
                using var answer = await desk.Client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed, $"{user} {route} {answer.StatusCode}");
            }
        }
    }

    private static bool IsRefused(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Forbidden
        || (answer.StatusCode == HttpStatusCode.Unauthorized && answer.Headers.WwwAuthenticate.Count == 0)
        || (answer.Headers.Location?.OriginalString is { } target && target.Contains("?next=", StringComparison.Ordinal));
}
